// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "paragraphs.h"

#include "byline.h"
#include "headline.h"

#include <base/strings.h>

#include <algorithm>
#include <iterator>

namespace ingest {

namespace {

using Kind = PageParagraph::Kind;

constexpr std::size_t MaxLabel = 90; // bytes
constexpr std::size_t MaxCall = 320; // bytes of a call to subscribe or share
constexpr std::size_t MinSentence = 60; // bytes

template <std::size_t Count>
bool startsWithAny(std::string_view text, const std::string_view (&starts)[Count])
{
    return std::any_of(std::begin(starts), std::end(starts), [&](std::string_view start) {
        if (!text.starts_with(start))
            return false;
        // Whole words: "ad" is not the start of "adjusted".
        if (text.size() == start.size())
            return true;
        const auto next = static_cast<unsigned char>(text[start.size()]);
        const auto last = static_cast<unsigned char>(start.back());
        const bool letter = (last >= 'a' && last <= 'z') || last >= 0x80;
        return !letter || !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9'));
    });
}

template <std::size_t Count> bool containsAny(std::string_view text, const std::string_view (&parts)[Count])
{
    return std::any_of(std::begin(parts), std::end(parts),
        [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

// In lower case, Latin letters with marks as well, without the signs before the first word.
std::string plain(std::string_view text)
{
    std::string lower = base::lowerAscii(text.substr(0, MaxCall));
    for (std::size_t at = 0; at + 1 < lower.size(); ++at) {
        const auto next = static_cast<unsigned char>(lower[at + 1]);
        if (lower[at] == '\xC3' && next >= 0x80 && next <= 0x9E && next != 0x97)
            lower[at + 1] = static_cast<char>(next + 0x20);
    }
    const std::size_t begin = lower.find_first_not_of(" -*>+|:[(.,#");
    return begin == std::string::npos ? std::string() : lower.substr(begin);
}

bool endsSentence(std::string_view text)
{
    static constexpr std::string_view Ends[] = {".", "!", "?", ".\"", "\u201D", "\u201C", "\u2026", "\u00BB",
        ":", "\u3002", "\uFF01", "\uFF1F", ")", "\"", "'", "\u300D", "\uFF0E"};
    return std::any_of(
        std::begin(Ends), std::end(Ends), [&](std::string_view end) { return text.ends_with(end); });
}

bool isSentence(const PageParagraph& paragraph)
{
    return paragraph.kind != Kind::Heading && paragraph.text.size() >= MinSentence && paragraph.linked < 0.5
        && endsSentence(paragraph.text);
}

// A line that says nothing but what a button or a label does, anywhere on a page.
bool isLabel(const PageParagraph& paragraph)
{
    static constexpr std::string_view Starts[] = {"advertisement", "advertising", "advert", "ad", "anzeige",
        "werbung", "publicit\u00E9", "publicidad", "publicidade", "pubblicit\u00E0", "advertentie", "reklama",
        "share", "share this", "tweet", "teilen", "partager", "compartir", "compartilhar", "compartilhe",
        "condividi", "delen", "print", "drucken", "imprimir", "imprimer", "permalink", "leave a comment",
        "leave a reply", "post a comment", "add a comment", "comments", "comment", "kommentare",
        "kommentar schreiben", "commentaires", "comentarios", "coment\u00E1rios", "back to top", "nach oben",
        "zur\u00FCck zu", "zum seitenanfang", "load more", "loading", "continue reading", "weiterlesen",
        "click to enlarge", "tags", "tagged", "filed under", "posted in", "schlagw\u00F6rter", "schlagworte",
        "kategorie", "kategorien", "categories", "category", "labels", "etiquetas", "mots-cl\u00E9s",
        "keywords", "advertisement - continue", "story continues below", "article continues after",
        "lesezeit", "reading time", "tempo de leitura", "tiempo de lectura", "temps de lecture",
        "estimated reading", "image source", "image credit", "photo credit", "bildquelle", "bildnachweis",
        "caption", "close", "copy link", "listen to this", "artikel anh\u00F6ren", "skip to", "play video",
        "email this", "pin it", "follow us", "folgen sie uns", "artikel teilen", "seite drucken", "like this",
        "rate this", "watch video", "enlarge", "buy now", "download pdf", "pdf", "related", "rezept drucken"};
    if (paragraph.text.size() > MaxLabel)
        return false;
    const std::string lower = plain(paragraph.text);
    if (lower.empty())
        return true;
    const bool sentence = endsSentence(paragraph.text) && paragraph.linked < 0.5
        && paragraph.text.back() != ':' && paragraph.text.back() != ')';
    return !sentence && startsWithAny(lower, Starts)
        && (paragraph.text.size() < 32 || lower.find(':') != std::string::npos || paragraph.linked > 0.3);
}

// A sentence or two that sell the newsletter, the paper, the channel.
bool isCall(const PageParagraph& paragraph)
{
    static constexpr std::string_view Starts[] = {"subscribe", "sign up", "follow us", "follow me",
        "join our", "click here to", "like us on", "get our", "download our", "download the", "never miss",
        "for the latest stories", "stay up to date", "want more", "to view the full story", "get the latest",
        "abonnieren sie", "jetzt abonnieren", "folgen sie uns", "folge uns", "abonnez-vous", "inscrivez-vous",
        "suivez", "suscr\u00EDbete", "s\u00EDguenos", "siga-nos", "siga o", "assine", "inscreva-se",
        "iscriviti", "seguici", "have a tip", "got a tip", "do you have a", "support our",
        "support independent", "if you enjoyed", "if you liked", "this article was originally published",
        "this story was originally", "originally published", "all rights reserved", "copyright", "\u00A9",
        "(c) 20", "melde dich", "jetzt anmelden", "zum newsletter", "\u00A1mira", "zapraszamy", "bez\u00F6g",
        "m\u00F6chten sie den artikel", "hat ihnen der artikel", "hat dir der", "did you like",
        "what do you think", "let us know in", "reach the reporter", "contact the writer",
        "contact the reporter", "email the author", "this post may contain affiliate", "we may earn",
        "as an amazon associate", "bei den verlinkungen", "bei den mit", "die mit * gekenn",
        "alle angaben ohne"};
    static constexpr std::string_view Parts[] = {"newsletter", "subscrib", "inbox", "all rights reserved",
        "alle rechte vorbehalten", "on twitter", "on facebook", "youtube-kanal", "canal de youtube",
        "canal de telegram", "whatsapp", "abonn", "e-paper", "affiliate", "suscri", "assinante",
        "nous suivre", "sign up", "breaking news alert", "disclaimer"};
    if (paragraph.text.size() > MaxCall)
        return false;
    const std::string lower = plain(paragraph.text);
    return startsWithAny(lower, Starts)
        && (paragraph.linked > 0 || containsAny(lower, Parts) || paragraph.text.size() < 60
            || lower.starts_with("\u00A9"));
}

// Calls that are recognised only where nothing of the article follows.
bool isEnding(const PageParagraph& paragraph)
{
    static constexpr std::string_view Starts[] = {"reporting by", "additional reporting", "writing by",
        "editing by", "edited by", "source", "sources", "quelle", "quellen", "via", "photo", "photos", "foto",
        "fotos", "bild", "bilder", "image", "images", "text", "contact", "kontakt", "telefon", "tel", "phone",
        "e-mail", "email", "published", "posted", "updated", "last updated", "zuletzt", "stand",
        "ver\u00F6ffentlicht", "aktualisiert", "about the author", "\u00FCber den autor",
        "\u00FCber die autor", "sobre el autor", "sobre o autor", "mehr zum thema", "mehr informationen",
        "weitere informationen", "more information", "further reading", "see also", "you may also like",
        "you might also like", "more stories", "more from", "read more", "recommended", "the post",
        "this entry was posted", "dieser beitrag", "dieser eintrag", "follow", "connect with", "write to",
        "click here", "next", "previous", "n\u00E4chste", "vorheriger", "zur\u00FCck", "by", "von",
        "redaktion", "anzeige", "credit", "credits", "disclaimer", "presse", "pressekontakt",
        "ansprechpartner", "download", "downloads", "links", "topics", "themen", "fuente", "fonte",
        "con informaci\u00F3n de", "zobacz", "\u017Ar\u00F3d\u0142o", "tell us what", "comments", "anmelden",
        "jetzt"};
    if (isLabel(paragraph) || isCall(paragraph) || paragraph.kind == Kind::Heading)
        return true;
    if (paragraph.text.size() > MaxCall)
        return false;
    if (paragraph.linked > 0.6)
        return true;
    return paragraph.text.size() < 200 && startsWithAny(plain(paragraph.text), Starts)
        && (!endsSentence(paragraph.text) || paragraph.text.size() < 90 || paragraph.linked > 0.3
            || plain(paragraph.text).find("report") != std::string::npos);
}

bool isScrap(const PageParagraph& paragraph)
{
    return paragraph.text.size() < 30 && !endsSentence(paragraph.text) && paragraph.kind == Kind::Prose;
}

// How many of the paragraphs are left without what follows the article.
std::size_t endOf(const std::vector<PageParagraph>& paragraphs)
{
    constexpr std::size_t MaxScraps = 2; // a signature or a button; more of them are a list
    for (std::size_t size = paragraphs.size();;) {
        while (size > 1 && isEnding(paragraphs[size - 1]))
            --size;
        std::size_t scraps = 0;
        while (scraps < size && scraps <= MaxScraps && isScrap(paragraphs[size - 1 - scraps]))
            ++scraps;
        if (scraps == 0 || scraps > MaxScraps || scraps == size)
            return size;
        size -= scraps;
    }
}

// Above the first sentence stand the section, the writer, the day, numbers of comments.
bool isHeader(const PageParagraph& paragraph, const std::string& title, const std::string& author)
{
    if (isLabel(paragraph) || isCall(paragraph))
        return true;
    const std::string bare = bareText(paragraph.text);
    if (bare.size() < 4 || bare == title)
        return true;
    if (paragraph.text.size() > 140)
        return false;
    if (!author.empty() && paragraph.text.size() < author.size() + 60
        && paragraph.text.find(author) != std::string::npos)
        return true;
    if (paragraph.linked > 0.8 && paragraph.kind != Kind::Heading)
        return true;
    if (isSentence(paragraph) || paragraph.kind == Kind::Heading)
        return false;
    if (dateIn(paragraph.text))
        return true;
    static constexpr std::string_view Labels[]
        = {"by", "von", "par", "por", "di", "door", "posted", "published", "updated", "written", "text",
            "foto", "photo", "autor", "author", "ver\u00F6ffentlicht", "publicado", "publi\u00E9"};
    if (paragraph.text.size() < MaxLabel && !endsSentence(paragraph.text)
        && startsWithAny(plain(paragraph.text), Labels))
        return true;
    return false;
}

// Headings of what is not the article but stands in its element.
bool opensAnnex(const PageParagraph& paragraph)
{
    static constexpr std::string_view Starts[] = {"related", "you may also like", "you might also like",
        "more from", "more stories", "more on this", "recommended", "about the author", "about author",
        "leave a reply", "leave a comment", "comments", "join the conversation", "share this", "read next",
        "also read", "read also", "most read", "most popular", "popular posts", "recent posts", "latest news",
        "newsletter", "subscribe", "sign up", "mehr zum thema", "zum thema", "weitere artikel",
        "weitere beitr", "auch interessant", "das k\u00F6nnte", "das k\u00F6nnte sie", "\u00E4hnliche",
        "verwandte", "passend dazu", "\u00FCber den autor", "\u00FCber die autor", "kommentare",
        "schreibe einen kommentar", "meistgelesen", "lesen sie auch", "teilen mit", "\u00E0 lire aussi",
        "sur le m\u00EAme sujet", "articles similaires", "commentaires", "noticias relacionadas",
        "tambi\u00E9n te puede", "te puede interesar", "art\u00EDculos rel", "relacionad", "comentarios",
        "leia tamb", "leia mais", "veja tamb", "correlati", "leggi anche", "potrebbe interessarti",
        "commenti", "lees ook", "gerelateerd", "czytaj tak\u017Ce", "zobacz tak\u017Ce", "powi\u0105zane",
        "komentarze", "pressekontakt", "kontakt", "vorschau auf den n", "trackback", "pingback"};
    return paragraph.text.size() < 70 && startsWithAny(plain(paragraph.text), Starts);
}

} // namespace

bool pointsElsewhere(std::string_view line)
{
    static constexpr std::string_view Starts[] = {"read more", "read also", "also read", "read next",
        "see also", "more on", "related", "watch", "you may also", "recommended", "don't miss", "more from",
        "sign up", "click here", "mehr zum thema", "lesen sie", "auch interessant", "siehe auch", "mehr dazu",
        "auch lesen", "mehr lesen", "weiterlesen", "lire aussi", "\u00E0 lire", "voir aussi", "lea tambi",
        "lea m", "lee tambi", "vea tambi", "ver tambi", "te puede interesar", "leia tamb", "leia mais",
        "veja tamb", "leggi anche", "lees ook", "czytaj", "przeczytaj", "zobacz te"};
    const std::string lower = base::lowerAscii(line.substr(0, 40));
    return std::any_of(std::begin(Starts), std::end(Starts),
        [&](std::string_view start) { return lower.starts_with(start); });
}

std::vector<PageParagraph> withoutClutter(
    std::vector<PageParagraph> paragraphs, const std::string& title, const std::string& author)
{
    const auto sentence
        = [](const PageParagraph& paragraph) { return isSentence(paragraph) && !isCall(paragraph); };
    const auto first = std::find_if(paragraphs.begin(), paragraphs.end(), sentence);
    if (first == paragraphs.end())
        return paragraphs; // nothing to tell the article by
    const std::string bareTitle = bareText(title);
    std::vector<PageParagraph> kept;
    std::size_t before = 0;
    std::size_t all = 0;
    for (const PageParagraph& paragraph : paragraphs)
        all += isSentence(paragraph) ? paragraph.text.size() : 0;
    bool annex = false;
    for (auto it = paragraphs.begin(); it != paragraphs.end(); ++it) {
        if (it->kind == Kind::Heading || (it->text.size() < 40 && !endsSentence(it->text))) {
            if (opensAnnex(*it) && before * 2 > all)
                annex = true;
            else if (it->kind == Kind::Heading)
                annex = false;
        }
        before += isSentence(*it) ? it->text.size() : 0;
        if (annex)
            continue;
        if (it < first ? isHeader(*it, bareTitle, author) : isLabel(*it) || isCall(*it))
            continue;
        kept.push_back(std::move(*it));
    }
    kept.resize(endOf(kept));
    return kept;
}

} // namespace ingest
