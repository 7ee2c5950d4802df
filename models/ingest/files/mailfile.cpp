// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "mailfile.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/decode.h>
#include <ingest/files/mailparts.h>
#include <ingest/files/paragraphs.h>
#include <ingest/htmltext.h>
#include <ingest/language.h>

#include <algorithm>
#include <set>
#include <vector>

namespace ingest {

namespace {

constexpr int MaxDepth = 12; // parts in parts
constexpr std::size_t MaxParts = 500; // of one message
constexpr std::size_t MaxInner = 50; // messages in a message
constexpr std::size_t MaxBoundary = 256; // RFC 2046 allows 70; looking for longer ones costs time

// What a message's parts hold.
struct Content {
    std::string text; // paragraphs
    std::string attachedHtml;
    std::vector<std::string_view> messages;
    std::size_t parts = 0;
    bool encrypted = false;
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

std::vector<std::string_view> partsOf(std::string_view body, const std::string& boundary)
{
    std::vector<std::string_view> parts;
    std::size_t at = boundaryAt(body, boundary, 0);
    while (at != std::string_view::npos && !body.substr(at + boundary.size()).starts_with("--")
        && parts.size() < MaxParts) {
        at = body.find('\n', at);
        if (at == std::string_view::npos)
            break;
        const std::size_t end = boundaryAt(body, boundary, at + 1);
        parts.push_back(body.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
        at = end;
    }
    return parts;
}

// Text sent in lines that flow (RFC 3676): a space at the end joins the next line.
std::string flowed(std::string_view text, bool deleteSpace)
{
    std::string out;
    bool joins = false;
    for (std::string_view line : base::split(text, '\n')) {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with(' '))
            line.remove_prefix(1); // stuffed
        const bool signature = line == "-- ";
        if (!joins || signature)
            out += '\n';
        joins = line.ends_with(' ') && !signature;
        out += joins && deleteSpace ? line.substr(0, line.size() - 1) : line;
    }
    base::replaceAll(out, "\n", "\n\n"); // each line left is a paragraph
    return out;
}

std::string_view withoutSignature(std::string_view text)
{
    for (const std::string_view mark : {"\n-- \n", "\n-- \r\n"}) {
        const std::size_t at = text.find(mark);
        if (at != std::string_view::npos)
            text = text.substr(0, at);
    }
    return text;
}

std::string plainText(const MailPart& part, const std::string& type)
{
    const std::string text = decode(decodedBytes(part), type).text;
    const bool flows = base::lowerAscii(headerParameter(type, "format")) == "flowed";
    const bool deleteSpace = base::lowerAscii(headerParameter(type, "delsp")) == "yes";
    return paragraphsOf(flows ? flowed(withoutSignature(text), deleteSpace) : withoutSignature(text));
}

// Words apart from addresses and rules.
std::size_t wordsIn(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find_first_not_of(" \n\t"); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const auto letters = std::count_if(word.begin(), word.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= 0x80 || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
        });
        count += letters > 0 && word.find("://") == std::string_view::npos ? 1 : 0;
        at = text.find_first_not_of(" \n\t", end);
    }
    return count;
}

// Of two forms of one text the plain one, unless it only says that there is another.
const std::string& better(const std::string& plain, const std::string& html)
{
    const std::size_t words = wordsIn(html);
    return words > 0 && wordsIn(plain) * 3 < words ? html : plain;
}

void append(std::string& text, const std::string& more)
{
    if (!more.empty())
        text += (text.empty() ? "" : "\n\n") + more;
}

void readPart(const MailPart& part, const std::string& defaultType, Content& content, int depth);

void readAlternatives(const std::vector<std::string_view>& parts, Content& content, int depth)
{
    std::string plain;
    std::string rich;
    for (const std::string_view text : parts) {
        const MailPart part = splitMail(text);
        Content one;
        one.parts = content.parts;
        readPart(part, "text/plain", one, depth + 1);
        content.parts = one.parts;
        content.encrypted = content.encrypted || one.encrypted;
        const std::string type = mediaType(part.header("content-type"));
        std::string& to = type.empty() || type == "text/plain" ? plain : rich;
        if (to.empty())
            to = std::move(one.text);
        if (content.attachedHtml.empty())
            content.attachedHtml = std::move(one.attachedHtml);
    }
    append(content.text, better(plain, rich));
}

void readMultipart(const MailPart& part, const std::string& type, Content& content, int depth)
{
    const std::string boundary = "--" + headerParameter(part.header("content-type"), "boundary");
    if (boundary.size() <= 2 || boundary.size() > MaxBoundary || depth >= MaxDepth)
        return;
    const std::vector<std::string_view> parts = partsOf(part.body, boundary);
    if (parts.empty()) { // a boundary that never comes: what is there is the text
        append(content.text, paragraphsOf(decode(part.body).text));
        return;
    }
    if (type == "multipart/encrypted") {
        content.encrypted = true;
    } else if (type == "multipart/alternative") {
        readAlternatives(parts, content, depth);
    } else {
        // The text of a page comes first and its pictures behind; a signature follows what it signs.
        const bool first = type == "multipart/related" || type == "multipart/signed";
        const std::string inner = type == "multipart/digest" ? "message/rfc822" : "text/plain";
        for (std::size_t at = 0; at < (first ? 1 : parts.size()); ++at)
            readPart(splitMail(parts[at]), inner, content, depth + 1);
    }
}

void readPart(const MailPart& part, const std::string& defaultType, Content& content, int depth)
{
    if (++content.parts > MaxParts)
        return;
    const std::string header = part.header("content-type");
    std::string type = mediaType(header);
    if (type.find('/') == std::string::npos)
        type = defaultType;
    const std::string disposition = part.header("content-disposition");
    std::string file = base::lowerAscii(decodedHeader(headerParameter(disposition, "filename")));
    if (file.empty())
        file = base::lowerAscii(decodedHeader(headerParameter(header, "name")));
    const bool page = file.ends_with(".html") || file.ends_with(".htm");
    const bool attached = mediaType(disposition) == "attachment";
    if (type == "message/rfc822" || file.ends_with(".eml")) {
        if (content.messages.size() < MaxInner)
            content.messages.push_back(part.body);
    } else if (type.starts_with("multipart/")) {
        readMultipart(part, type, content, depth);
    } else if (type == "application/pkcs7-mime" && headerParameter(header, "smime-type") != "signed-data") {
        content.encrypted = true;
    } else if (type == "text/html" || (attached && page)) {
        std::string text = htmlToText(decode(decodedBytes(part), header).text);
        if (!attached)
            append(content.text, text);
        else if (content.attachedHtml.empty())
            content.attachedHtml = std::move(text);
    } else if ((type == "text/plain" || type == "text/markdown" || type == "text/enriched") && !attached
        && file.empty()) {
        append(content.text, plainText(part, header));
    }
}

std::string guidOf(const MailPart& message)
{
    std::string id = message.header("message-id");
    const std::size_t left = id.find('<');
    const std::size_t right = id.find('>', left == std::string::npos ? 0 : left);
    if (left != std::string::npos && right != std::string::npos)
        id = id.substr(left + 1, right - left - 1);
    return id;
}

// The list a message came through: "Energy Daily <energy.lists.w.example>" by its words.
std::string listOf(const MailPart& message)
{
    const std::string name = mailPerson(message.header("list-id")).name;
    return name.find(' ') == std::string::npos && name.find('.') != std::string::npos ? std::string() : name;
}

void readDates(const MailPart& message, std::string_view envelope, base::Article& article)
{
    if (const std::string date = message.header("date"); !date.empty()) {
        article.published = readDate(decodedHeader(date));
        if (!article.published)
            article.warnings.push_back(
                "date not readable: " + std::string(base::truncatedUtf8(decodedHeader(date), 60)));
    }
    const std::string received = message.header("received");
    if (const std::size_t sign = received.rfind(';'); !article.published && sign != std::string::npos)
        article.published = readDate(received.substr(sign + 1));
    // "From a@w.example Mon Nov 23 13:44:00 2026"
    if (const std::size_t space = envelope.find(' '); !article.published && space != std::string_view::npos)
        article.published = readDate(base::trimmed(envelope.substr(space)));
}

// One message and those inside it. `envelope` is what follows "From " in a mailbox.
void add(
    std::string_view text, std::string_view envelope, const std::string& place, RecordList& list, int depth)
{
    const MailPart message = splitMail(text);
    Content content;
    readPart(message, "text/plain", content, 0);
    base::Article article;
    article.title = decodedHeader(message.header("subject"));
    article.body = content.text.empty() ? content.attachedHtml : std::move(content.text);
    const MailPerson from = mailPerson(message.header("from"));
    article.author = from.name;
    article.source = listOf(message);
    if (article.source.empty())
        article.source = from.name.empty() ? from.address : from.name;
    article.guid = guidOf(message);
    for (const char* name : {"archived-at", "content-base", "content-location"}) {
        std::string address = message.header(name);
        std::erase_if(address, [](char c) { return c == '<' || c == '>'; });
        if (article.url.empty())
            article.url = httpAddress(address);
    }
    article.language = languageTag(message.header("content-language"));
    readDates(message, envelope, article);
    const bool empty = article.body.empty();
    if (empty && content.encrypted)
        article.warnings.emplace_back("the message is encrypted");
    if (empty && (article.title.empty() || (content.encrypted && content.messages.empty())))
        leaveOut(list, place + (content.encrypted ? " is encrypted" : " has neither subject nor text"));
    else if (!empty || content.messages.empty())
        addArticle(list, std::move(article));
    if (depth < 2) {
        for (const std::string_view inner : content.messages)
            add(inner, {}, "a message in " + place, list, depth + 1);
    }
}

// Whether "From " at `at` begins a message of a mailbox: an address or a time stands behind it, and the next
// line is a header.
bool isEnvelope(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos || end - at > 500)
        return false;
    const std::string_view line = text.substr(at + 5, end - at - 5);
    const std::size_t colon = line.find(':');
    const auto digit
        = [&](std::size_t place) { return place < line.size() && line[place] >= '0' && line[place] <= '9'; };
    const bool time = colon != std::string_view::npos && colon > 0 && digit(colon - 1) && digit(colon + 1);
    if (!time && line.substr(0, line.find(' ')).find('@') == std::string_view::npos)
        return false;
    std::string_view next = text.substr(end + 1, 100);
    if (next.starts_with(">From "))
        return true;
    const std::size_t sign = next.find_first_of(": \t\r\n");
    return sign != std::string_view::npos && sign > 0 && next[sign] == ':';
}

// Mailboxes put a ">" before lines of the text that begin like an envelope.
std::string withoutFromMarks(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view line = text.substr(at, end - at);
        const std::size_t mark = line.find_first_not_of('>');
        const bool marked
            = mark != std::string_view::npos && mark > 0 && line.substr(mark).starts_with("From ");
        out += marked ? line.substr(1) : line;
        at = end;
    }
    return out;
}

void addMailbox(std::string_view bytes, RecordList& list)
{
    std::size_t number = 0;
    std::size_t at = 0;
    while (at != std::string_view::npos && at < bytes.size()) {
        const std::size_t lineEnd = bytes.find('\n', at);
        if (lineEnd == std::string_view::npos)
            break;
        std::size_t next = bytes.find("\nFrom ", lineEnd);
        while (next != std::string_view::npos && !isEnvelope(bytes, next + 1))
            next = bytes.find("\nFrom ", next + 1);
        const std::string_view message
            = bytes.substr(lineEnd + 1, next == std::string_view::npos ? next : next - lineEnd);
        const std::string_view envelope = bytes.substr(at + 5, lineEnd - at - 5);
        const std::string place = "message " + std::to_string(++number);
        if (message.find(">From ") == std::string_view::npos)
            add(message, envelope, place, list, 0);
        else
            add(withoutFromMarks(message), envelope, place, list, 0);
        at = next == std::string_view::npos ? next : next + 1;
    }
}

// A mark of UTF-8 and blank lines before the first header.
std::string_view withoutLead(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
    return bytes;
}

} // namespace

bool looksLikeMail(std::string_view bytes)
{
    bytes = withoutLead(bytes);
    if (bytes.starts_with("From ") && isEnvelope(bytes, 0))
        return true;
    std::set<std::string_view> known;
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
                 "mime-version:", "content-type:", "received:"}) {
            if (line.starts_with(name))
                known.insert(name);
        }
    }
    return known.size() >= 2;
}

base::Result<RecordList> readMailFile(std::string_view bytes)
{
    RecordList list;
    bytes = withoutLead(bytes);
    if (bytes.starts_with("From "))
        addMailbox(bytes, list);
    else
        add(bytes, {}, "the message", list, 0);
    return closed(std::move(list), "the mail holds no readable message");
}

} // namespace ingest
