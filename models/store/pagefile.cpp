// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagefile.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t HeadBytes = 100;
constexpr std::size_t FrameHead = 24;
constexpr std::size_t JournalHead = 32;
constexpr std::uint64_t LongestRecord = 1000000000; // SQLite's own limit

std::uint64_t big(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Moves `at` behind the number; false when it ends too early.
bool varint(std::string_view bytes, std::size_t& at, std::uint64_t& value)
{
    value = 0;
    for (int count = 0; count < 9; ++count) {
        if (at >= bytes.size())
            return false;
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (count == 8) {
            value = value << 8 | byte;
            return true;
        }
        value = value << 7 | (byte & 0x7F);
        if (byte < 0x80)
            return true;
    }
    return false;
}

// How far the text is UTF-8 without a NUL.
std::size_t soundText(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1
            : lead >= 0xC2 && lead < 0xE0      ? 2
            : lead >= 0xE0 && lead < 0xF0      ? 3
            : lead >= 0xF0 && lead < 0xF5      ? 4
                                               : 0;
        if (lead == 0 || length == 0 || at + length > text.size())
            return at;
        for (std::size_t i = 1; i < length; ++i) {
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80)
                return at;
        }
        at += length;
    }
    return at;
}

std::size_t serialLength(std::uint64_t type)
{
    constexpr std::size_t Lengths[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    return type < 10 ? Lengths[type] : static_cast<std::size_t>((type - 12) / 2);
}

std::int64_t signedNumber(std::string_view bytes, std::size_t at, std::size_t count)
{
    const std::uint64_t value = big(bytes, at, count);
    const int shift = 64 - 8 * static_cast<int>(count);
    return static_cast<std::int64_t>(value << shift) >> shift;
}

PageValue numberValue(std::uint64_t type, std::string_view bytes, std::size_t at)
{
    PageValue value;
    if (type == 0)
        return value;
    value.type = PageValue::Type::Integer;
    if (type == 8 || type == 9) {
        value.integer = static_cast<std::int64_t>(type) - 8;
    } else if (type == 7) {
        value.type = PageValue::Type::Real;
        value.real = std::bit_cast<double>(big(bytes, at, 8));
    } else {
        value.integer = signedNumber(bytes, at, serialLength(type));
    }
    return value;
}

// The values of a record of `length` bytes, of which these are the first.
bool readValues(std::string_view payload, std::uint64_t length, PageRecord& record)
{
    std::size_t at = 0;
    std::uint64_t headLength = 0;
    if (!varint(payload, at, headLength) || headLength < at || headLength > payload.size())
        return false;
    std::vector<std::uint64_t> types;
    std::uint64_t total = headLength;
    while (at < headLength) {
        std::uint64_t type = 0;
        if (!varint(payload, at, type) || type == 10 || type == 11
            || (type >= 12 && type / 2 > LongestRecord))
            return false;
        types.push_back(type);
        total += serialLength(type);
    }
    if (at != headLength || total != length || types.empty())
        return false;
    for (const std::uint64_t type : types) {
        const std::size_t wanted = serialLength(type);
        const std::size_t there = std::min(wanted, payload.size() - at);
        if (type < 12) {
            if (there < wanted) {
                record.whole = false;
                return true;
            }
            record.values.push_back(numberValue(type, payload, at));
        } else {
            PageValue value;
            value.type = type % 2 == 1 ? PageValue::Type::Text : PageValue::Type::Blob;
            const std::string_view bytes = payload.substr(at, there);
            const std::size_t sound = value.type == PageValue::Type::Text ? soundText(bytes) : there;
            value.bytes = bytes.substr(0, sound);
            if (sound < wanted)
                record.whole = false;
            if (there < wanted) {
                if (value.type == PageValue::Type::Text && sound > 0)
                    record.values.push_back(std::move(value));
                return true;
            }
            record.values.push_back(std::move(value));
        }
        at += wanted;
    }
    return true;
}

} // namespace

base::Result<PageFile> PageFile::open(const fs::path& file)
{
    std::error_code code;
    const std::uintmax_t bytes = fs::file_size(file, code);
    std::ifstream stream(file, std::ios::binary);
    if (code || !stream)
        return base::Error{base::ErrorCode::Io, "cannot be read", file.string()};
    PageFile pages(std::move(stream));
    pages.m_head.resize(HeadBytes);
    pages.m_stream.read(pages.m_head.data(), HeadBytes);
    pages.m_stream.clear();
    pages.m_headed = bytes >= HeadBytes && pages.m_head.starts_with("SQLite format 3");
    std::uint32_t size = static_cast<std::uint32_t>(big(pages.m_head, 16, 2));
    size = size == 1 ? 65536 : size;
    if (pages.m_headed && size >= 512 && std::has_single_bit(size)) {
        pages.m_pageSize = size;
        pages.m_usable = size - static_cast<unsigned char>(pages.m_head[20]);
    } else {
        pages.m_headed = false;
        pages.guessPageSize(bytes);
    }
    if (pages.m_pageSize == 0)
        return base::Error{base::ErrorCode::InvalidInput, "holds no page of a database", file.string()};
    pages.m_pageCount = static_cast<std::uint32_t>(bytes / pages.m_pageSize);
    fs::path journal = file;
    journal += "-wal";
    pages.readJournal(journal);
    if (pages.m_inJournal.contains(1)) {
        pages.m_head = pages.bytesOf(1).substr(0, HeadBytes);
        pages.m_headed = pages.m_head.starts_with("SQLite format 3");
    }
    return pages;
}

// The size at which most pages begin like pages of a tree.
void PageFile::guessPageSize(std::uintmax_t bytes)
{
    std::uint32_t best = 0;
    double most = 0;
    for (std::uint32_t size = 65536; size >= 512; size /= 2) {
        m_pageSize = m_usable = size;
        m_pageCount = static_cast<std::uint32_t>(bytes / size);
        std::uint32_t good = 0;
        const std::uint32_t looked = std::min<std::uint32_t>(m_pageCount, 400);
        for (std::uint32_t page = 2; page <= looked; ++page) {
            const std::optional<TreePage> found = tree(page);
            // Cells are put at the end of their page first: with twice the size, none is in its second half.
            good += found && found->badCells == 0 && found->highest >= size / 2 ? 1 : 0;
        }
        const double share = looked > 1 ? static_cast<double>(good) / (looked - 1) : 0;
        if (share > most) {
            most = share;
            best = size;
        }
    }
    m_pageSize = m_usable = best;
}

// Frames up to the last commit whose checksums hold.
void PageFile::readJournal(const fs::path& journal)
{
    m_journal.open(journal, std::ios::binary);
    std::string head(JournalHead, '\0');
    if (!m_journal || !m_journal.read(head.data(), JournalHead))
        return;
    const std::uint64_t magic = big(head, 0, 4);
    if ((magic & ~1ULL) != 0x377F0682 || big(head, 8, 4) != m_pageSize)
        return;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    const auto sum = [&](std::string_view bytes) {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            std::uint32_t words[2];
            for (std::size_t i = 0; i < 2; ++i) {
                words[i] = static_cast<std::uint32_t>(big(bytes, at + 4 * i, 4));
                if ((magic & 1) == 0)
                    words[i] = __builtin_bswap32(words[i]);
            }
            first += words[0] + second;
            second += words[1] + first;
        }
    };
    sum(std::string_view(head).substr(0, 24));
    std::map<std::uint32_t, std::uint64_t> open;
    std::string frame(FrameHead + m_pageSize, '\0');
    for (std::uint64_t at = JournalHead;
         m_journal.read(frame.data(), static_cast<std::streamsize>(frame.size())); at += frame.size()) {
        if (std::string_view(frame).substr(8, 8) != std::string_view(head).substr(16, 8))
            break;
        sum(std::string_view(frame).substr(0, 8));
        sum(std::string_view(frame).substr(FrameHead));
        if (first != big(frame, 16, 4) || second != big(frame, 20, 4))
            break;
        open[static_cast<std::uint32_t>(big(frame, 0, 4))] = at + FrameHead;
        if (const auto pages = static_cast<std::uint32_t>(big(frame, 4, 4)); pages != 0) {
            for (const auto& [page, offset] : open)
                m_inJournal[page] = offset;
            open.clear();
            m_pageCount = pages;
        }
    }
    m_journal.clear();
}

std::string PageFile::bytesOf(std::uint32_t page)
{
    std::string bytes(m_pageSize, '\0');
    const auto waiting = m_inJournal.find(page);
    std::ifstream& stream = waiting == m_inJournal.end() ? m_stream : m_journal;
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(
        waiting == m_inJournal.end() ? static_cast<std::uint64_t>(page - 1) * m_pageSize : waiting->second));
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())); // what cannot be read stays zero
    return bytes;
}

int PageFile::schema() const { return m_headed ? static_cast<int>(big(m_head, 60, 4)) : 0; }

std::vector<std::uint32_t> PageFile::freePages()
{
    std::vector<std::uint32_t> free;
    if (!m_headed)
        return free;
    auto trunk = static_cast<std::uint32_t>(big(m_head, 32, 4));
    while (trunk > 1 && trunk <= m_pageCount && free.size() < m_pageCount) {
        const std::string bytes = bytesOf(trunk);
        const std::uint64_t leaves = big(bytes, 4, 4);
        if (leaves > m_usable / 4 - 2)
            break;
        free.push_back(trunk);
        for (std::uint64_t at = 0; at < leaves; ++at)
            free.push_back(static_cast<std::uint32_t>(big(bytes, 8 + 4 * at, 4)));
        trunk = static_cast<std::uint32_t>(big(bytes, 0, 4));
    }
    return free;
}

std::optional<TreePage> PageFile::tree(std::uint32_t page)
{
    if (page == 0 || page > m_pageCount)
        return std::nullopt;
    const std::string bytes = bytesOf(page);
    const std::size_t head = page == 1 ? HeadBytes : 0;
    TreePage tree;
    switch (static_cast<unsigned char>(bytes[head])) {
    case 0x0D:
        tree.kind = TreePage::Kind::TableLeaf;
        break;
    case 0x05:
        tree.kind = TreePage::Kind::TableInner;
        break;
    case 0x0A:
        tree.kind = TreePage::Kind::IndexLeaf;
        break;
    case 0x02:
        tree.kind = TreePage::Kind::IndexInner;
        break;
    default:
        return std::nullopt;
    }
    const bool inner = tree.kind == TreePage::Kind::TableInner || tree.kind == TreePage::Kind::IndexInner;
    const std::size_t cells = head + (inner ? 12 : 8);
    const std::uint64_t count = big(bytes, head + 3, 2);
    if (cells + 2 * count > m_usable)
        return std::nullopt;
    for (std::uint64_t at = 0; at < count; ++at) {
        const std::uint64_t offset = big(bytes, cells + 2 * at, 2);
        if (offset < cells + 2 * count || offset + 4 > m_usable || !addCell(bytes, offset, tree))
            ++tree.badCells;
        else
            tree.highest = std::max<std::size_t>(tree.highest, offset);
    }
    if (inner)
        tree.children.push_back(static_cast<std::uint32_t>(big(bytes, head + 8, 4)));
    if (count > 0 && tree.badCells == static_cast<int>(count))
        return std::nullopt;
    return tree;
}

bool PageFile::addCell(std::string_view page, std::size_t at, TreePage& tree)
{
    const bool table = tree.kind == TreePage::Kind::TableLeaf || tree.kind == TreePage::Kind::TableInner;
    if (tree.kind == TreePage::Kind::TableInner || tree.kind == TreePage::Kind::IndexInner) {
        const auto child = static_cast<std::uint32_t>(big(page, at, 4));
        if (child < 2 || child > m_pageCount)
            return false;
        tree.children.push_back(child);
        at += 4;
        if (table)
            return true;
    }
    std::uint64_t length = 0;
    if (!varint(page, at, length) || length > LongestRecord
        || length > static_cast<std::uint64_t>(m_pageCount) * m_pageSize)
        return false;
    PageRecord record;
    if (table) {
        std::uint64_t rowid = 0;
        if (!varint(page, at, rowid))
            return false;
        record.rowid = static_cast<std::int64_t>(rowid);
    }
    if (!readPayload(page, at, length, table, record, tree))
        return false;
    tree.records.push_back(std::move(record));
    return true;
}

bool PageFile::readPayload(std::string_view page, std::size_t at, std::uint64_t length, bool table,
    PageRecord& record, TreePage& tree)
{
    const std::uint64_t usable = m_usable;
    const std::uint64_t most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
    std::uint64_t local = length;
    if (length > most) {
        local = least + (length - least) % (usable - 4);
        if (local > most)
            local = least;
    }
    const bool goesOn = local < length;
    if (at + local + (goesOn ? 4 : 0) > usable)
        return false;
    std::string payload(page.substr(at, local));
    std::uint32_t next = goesOn ? static_cast<std::uint32_t>(big(page, at + local, 4)) : 0;
    while (payload.size() < length && next > 1 && next <= m_pageCount) {
        const std::string bytes = bytesOf(next);
        const auto after = static_cast<std::uint32_t>(big(bytes, 0, 4));
        const std::uint64_t take = std::min<std::uint64_t>(usable - 4, length - payload.size());
        // A page that does not lead on, or leads on behind the end, is not the one that was written.
        const bool last = payload.size() + take == length;
        if (last ? after != 0 : after < 2 || after > m_pageCount)
            break;
        tree.overflow.push_back(next);
        payload.append(bytes, 4, take);
        next = after;
    }
    return readValues(payload, length, record);
}

} // namespace store
