// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The pages of a SQLite file as they lie there, read without SQLite, which gives up at the first damage. The
// format is the one of sqlite.org/fileformat2.html. Everything read is doubted: no offset, length or page
// number is followed before it is checked.
namespace store {

struct PageValue {
    enum class Type { Null, Integer, Real, Text, Blob };
    Type type = Type::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string bytes; // of Text and Blob
};

struct PageRecord {
    std::int64_t rowid = 0; // of table pages
    std::vector<PageValue> values;
    bool whole = true; // false: the end was on pages that cannot be read; the last text may be cut
};

// One b-tree page, as far as it makes sense.
struct TreePage {
    enum class Kind { TableLeaf, TableInner, IndexLeaf, IndexInner };
    Kind kind = Kind::TableLeaf;
    std::vector<PageRecord> records; // of all kinds but TableInner
    std::vector<std::uint32_t> children; // of inner pages
    int badCells = 0;
    std::size_t highest = 0; // where the last cell begins
    std::vector<std::uint32_t> overflow; // pages its records go on
};

class PageFile final {
public:
    // With what is committed in the journal beside it. Not while a connection of this process has it open. A
    // damaged first page leaves the page size to be guessed.
    static base::Result<PageFile> open(const std::filesystem::path& file);

    std::uint32_t pageCount() const { return m_pageCount; }
    std::uint32_t pageSize() const { return m_pageSize; }
    int schema() const; // user_version; 0 when the first page cannot be read
    std::vector<std::uint32_t> freePages();
    // Nothing when the page is no b-tree page.
    std::optional<TreePage> tree(std::uint32_t page);

private:
    explicit PageFile(std::ifstream stream)
        : m_stream(std::move(stream))
    {
    }
    void readJournal(const std::filesystem::path& journal);
    void guessPageSize(std::uintmax_t bytes);
    std::string bytesOf(std::uint32_t page);
    bool addCell(std::string_view page, std::size_t at, TreePage& tree);
    // False when no byte of it makes sense.
    bool readPayload(std::string_view page, std::size_t at, std::uint64_t length, bool table,
        PageRecord& record, TreePage& tree);

    std::ifstream m_stream;
    std::ifstream m_journal;
    std::map<std::uint32_t, std::uint64_t> m_inJournal; // page to offset
    std::uint32_t m_pageSize = 0;
    std::uint32_t m_usable = 0;
    std::uint32_t m_pageCount = 0;
    bool m_headed = false; // the first page begins as it must
    std::string m_head;
};

} // namespace store
