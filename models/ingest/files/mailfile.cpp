// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "mailfile.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/decode.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <map>

namespace ingest {

namespace {

constexpr int MaxParts = 8; // nested multiparts
constexpr std::size_t MaxBoundary = 256; // RFC 2046 allows 70; longer ones cost time and mean nothing

using Headers = std::map<std::string, std::string>;

struct Message {
    Headers headers;
    std::string_view body;
};

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string fromQuotedPrintable(std::string_view text, bool header)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '=' && at + 2 < text.size() && hexValue(text[at + 1]) >= 0 && hexValue(text[at + 2]) >= 0) {
            out += static_cast<char>(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2]));
            at += 2;
        } else if (c == '=' && !header) {
            const std::size_t end = text.find('\n', at); // a soft line end
            at = end == std::string_view::npos ? text.size() : end;
        } else {
            out += header && c == '_' ? ' ' : c;
        }
    }
    return out;
}

std::string fromBase64(std::string_view text)
{
    constexpr std::string_view Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t value = Alphabet.find(c);
        if (value == std::string_view::npos)
            continue;
        bits = (bits << 6) | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> count) & 0xFF);
        }
    }
    return out;
}

// "=?utf-8?Q?Caf=C3=A9?=" and plain text between.
std::string decodedHeader(std::string_view text)
{
    std::string out;
    bool word = false;
    while (!text.empty()) {
        const std::size_t begin = text.find("=?");
        const std::size_t charsetEnd = begin == std::string_view::npos ? begin : text.find('?', begin + 2);
        const std::size_t end = charsetEnd == std::string_view::npos || charsetEnd + 3 > text.size()
            ? std::string_view::npos
            : text.find("?=", charsetEnd + 3);
        if (end == std::string_view::npos) {
            out += text;
            break;
        }
        const std::string_view between = text.substr(0, begin);
        if (!base::trimmed(between).empty() || !word) // white space between two encoded words is none
            out += between;
        word = true;
        std::string charset(text.substr(begin + 2, charsetEnd - begin - 2));
        charset = charset.substr(0, charset.find('*')); // RFC 2231's language mark
        const char kind = static_cast<char>(text[charsetEnd + 1] | 0x20);
        const std::string_view payload = text.substr(charsetEnd + 3, end - charsetEnd - 3);
        const std::string bytes = kind == 'b' ? fromBase64(payload) : fromQuotedPrintable(payload, true);
        out += decode(bytes, "text/plain; charset=" + charset).text;
        text.remove_prefix(end + 2);
    }
    return base::collapsed(base::repairedUtf8(out));
}

Message split(std::string_view text)
{
    Message message;
    std::string name;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            break;
        if ((line.front() == ' ' || line.front() == '\t') && !name.empty()) {
            message.headers[name].append(1, ' ').append(base::trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            name.clear();
            continue;
        }
        name = base::lowerAscii(line.substr(0, colon));
        if (!message.headers.emplace(name, std::string(base::trimmed(line.substr(colon + 1)))).second)
            name.clear(); // the first of a name counts
    }
    message.body = text;
    return message;
}

std::string header(const Message& message, const std::string& name)
{
    const auto it = message.headers.find(name);
    return it == message.headers.end() ? std::string() : it->second;
}

std::string parameter(const std::string& value, const std::string& name)
{
    const std::string lower = base::lowerAscii(value);
    std::size_t at = lower.find(name + "=");
    if (at == std::string::npos)
        return {};
    at += name.size() + 1;
    if (at < value.size() && value[at] == '"') {
        const std::size_t end = value.find('"', at + 1);
        return value.substr(at + 1, end == std::string::npos ? end : end - at - 1);
    }
    return value.substr(at, value.find_first_of("; \t", at) - at);
}

struct Body {
    std::string plain;
    std::string html;
};

// A boundary stands at the start of a line; an inner one may begin like the outer one.
std::size_t boundaryAt(std::string_view text, const std::string& boundary, std::size_t from)
{
    for (std::size_t at = text.find(boundary, from); at != std::string_view::npos;
         at = text.find(boundary, at + 1)) {
        const std::string_view after = text.substr(at + boundary.size());
        const bool ends = after.empty()
            || std::string_view(" \t\r\n").find(after.front()) != std::string_view::npos
            || after.starts_with("--");
        if ((at == 0 || text[at - 1] == '\n') && ends)
            return at;
    }
    return std::string_view::npos;
}

void readBody(const Message& message, Body& body, int depth)
{
    const std::string type = header(message, "content-type");
    const std::string lower = base::lowerAscii(type);
    if (base::lowerAscii(header(message, "content-disposition")).starts_with("attachment"))
        return;
    if (lower.starts_with("multipart/")) {
        const std::string boundary = "--" + parameter(type, "boundary");
        if (boundary.size() <= 2 || boundary.size() > MaxBoundary || depth >= MaxParts)
            return;
        std::size_t at = boundaryAt(message.body, boundary, 0);
        while (at != std::string_view::npos && !message.body.substr(at + boundary.size()).starts_with("--")) {
            at = message.body.find('\n', at);
            if (at == std::string_view::npos)
                return;
            const std::size_t end = boundaryAt(message.body, boundary, at);
            readBody(split(message.body.substr(at + 1, end == std::string_view::npos ? end : end - at - 1)),
                body, depth + 1);
            at = end;
        }
        return;
    }
    if (!lower.empty() && !lower.starts_with("text/"))
        return;
    const std::string encoding = base::lowerAscii(header(message, "content-transfer-encoding"));
    const std::string bytes = encoding == "base64" ? fromBase64(message.body)
        : encoding == "quoted-printable"           ? fromQuotedPrintable(message.body, false)
                                                   : std::string(message.body);
    std::string text = decode(bytes, type).text;
    std::string& to = lower.starts_with("text/html") ? body.html : body.plain;
    if (to.empty())
        to = std::move(text);
}

std::string sender(const std::string& from)
{
    const std::string text = decodedHeader(from);
    const std::size_t left = text.find('<');
    std::string name(base::trimmed(std::string_view(text).substr(0, left)));
    if (const std::size_t comment = name.find('(');
        left == std::string::npos && comment != std::string::npos && name.ends_with(')'))
        name = name.substr(comment + 1, name.size() - comment - 2); // address (Name)
    std::erase(name, '"');
    if (!name.empty())
        return name;
    const std::size_t right = text.find('>');
    return left == std::string::npos || right == std::string::npos ? text
                                                                   : text.substr(left + 1, right - left - 1);
}

// The lines of a paragraph as one; the signature and the ">" that MBOX puts before "From " taken off.
std::string unwrapped(std::string_view text)
{
    std::string out;
    bool blank = false;
    for (std::string_view line : base::split(text, '\n')) {
        if (line == "-- " || line == "-- \r" || line == "--\r" || line == "--")
            break;
        line = base::trimmed(line);
        if (line.starts_with(">From "))
            line.remove_prefix(1);
        if (line.empty()) {
            blank = true;
            continue;
        }
        if (!out.empty())
            out += blank ? "\n\n" : " ";
        out += line;
        blank = false;
    }
    return out;
}

void add(std::string_view text, RecordList& list, std::size_t number)
{
    const Message message = split(text);
    Body body;
    readBody(message, body, 0);
    base::Article article;
    article.title = decodedHeader(header(message, "subject"));
    article.body = base::trimmed(body.plain).empty() ? htmlToText(body.html) : unwrapped(body.plain);
    article.source = sender(header(message, "from"));
    article.guid = header(message, "message-id");
    if (article.guid.starts_with('<') && article.guid.ends_with('>'))
        article.guid = article.guid.substr(1, article.guid.size() - 2);
    if (const std::string date = header(message, "date"); !date.empty()) {
        article.published = readDate(date);
        if (!article.published)
            article.warnings.push_back("date not readable: " + date);
    }
    if (article.title.empty() && base::trimmed(article.body).empty())
        list.warnings.push_back("message " + std::to_string(number) + " has neither subject nor text");
    else
        list.articles.push_back(std::move(article));
}

// Whether "From " at `at` begins a message of an MBOX: the next line must be a header.
bool isEnvelope(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos)
        return false;
    const std::string_view next = text.substr(end + 1, 100);
    const std::size_t colon = next.find_first_of(": \t\r\n");
    return colon != std::string_view::npos && colon > 0 && next[colon] == ':';
}

} // namespace

bool looksLikeMail(std::string_view bytes)
{
    if (bytes.starts_with("From ") && isEnvelope(bytes, 0))
        return true;
    int known = 0;
    std::string_view head = bytes.substr(0, 16384);
    const std::size_t nameEnd
        = head.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    if (nameEnd == 0 || nameEnd == std::string_view::npos || head[nameEnd] != ':')
        return false;
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        const std::string line = base::lowerAscii(base::trimmed(head.substr(0, end)));
        head.remove_prefix(std::min(end + 1, head.size()));
        if (line.empty())
            break;
        for (const std::string_view name : {"from:", "subject:", "date:", "to:", "message-id:",
                 "mime-version:", "content-type:", "received:"})
            known += line.starts_with(name) ? 1 : 0;
    }
    return known >= 2;
}

base::Result<RecordList> readMailFile(std::string_view bytes)
{
    RecordList list;
    if (!bytes.starts_with("From ")) {
        add(bytes, list, 1);
    } else {
        std::size_t number = 0;
        std::size_t at = 0;
        while (at != std::string_view::npos && at < bytes.size()) {
            const std::size_t lineEnd = bytes.find('\n', at);
            if (lineEnd == std::string_view::npos)
                break;
            std::size_t next = bytes.find("\nFrom ", lineEnd);
            while (next != std::string_view::npos && !isEnvelope(bytes, next + 1))
                next = bytes.find("\nFrom ", next + 1);
            add(bytes.substr(lineEnd + 1, next == std::string_view::npos ? next : next - lineEnd), list,
                ++number);
            at = next == std::string_view::npos ? next : next + 1;
        }
    }
    if (list.articles.empty())
        return base::Error{base::ErrorCode::InvalidInput, "the mail holds no readable message"};
    return list;
}

} // namespace ingest
