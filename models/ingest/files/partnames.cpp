// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "partnames.h"

#include <base/strings.h>
#include <ingest/dates.h>
#include <ingest/files/paragraphs.h>
#include <ingest/htmltext.h>
#include <ingest/language.h>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace ingest {

namespace {

constexpr std::size_t MaxName = 60; // bytes; a longer one names no part
constexpr std::size_t MaxShown = 60; // of a value in a warning
constexpr std::size_t MaxCategories = 50; // of one article

// Names by part and rank, letters and digits only, without accents.
struct Names {
    Part part;
    int rank;
    std::string_view names;
};
constexpr Names AllNames[] = {
    {Part::Title, 0, "title headline webtitle articletitle newstitle storytitle pagetitle"},
    {Part::Title, 1,
        "subject heading titel titulo titre titolo uberschrift ueberschrift schlagzeile kop rubrik tittel "
        "overskrift otsikko tytul betreff objet asunto oggetto"},
    {Part::Title, 2, "name header caption"},
    {Part::Body, 0,
        "body text content fulltext articlebody articletext articlecontent bodytext contenttext contenthtml "
        "bodyhtml story article maintext plaintext maincontent newstext newsbody storytext rawtext selftext"},
    {Part::Body, 1,
        "inhalt volltext artikeltext artikel meldung texte contenu corps texto cuerpo contenido conteudo "
        "testo corpo contenuto tekst innehall brodtext tresc paragraphs message post html"},
    {Part::Summary, 0,
        "summary abstract description snippet teaser excerpt lead leadparagraph trailtext standfirst intro "
        "synopsis shortdescription zusammenfassung beschreibung kurzfassung kurztext vorspann resume chapeau "
        "extrait resumen resumo descripcion descricao entradilla riassunto sommario descrizione samenvatting "
        "omschrijving sammanfattning ingress streszczenie"},
    {Part::Summary, 1, "subtitle subheadline deck dek untertitel soustitre subtitulo sottotitolo"},
    {Part::Published, 0,
        "published publishedat publishedon publishedtime publisheddate publishedutc pubdate publicationdate "
        "datepublished datepublication publishdate publishtime publishat publishts timepublished "
        "webpublicationdate firstpublished firstpublicationdate issued released releasedate releasetime "
        "displaydate newsdate articledate storydate"},
    {Part::Published, 1,
        "date datetime time timestamp day pubtime dateline datum veroffentlicht veroffentlichtam "
        "veroeffentlicht veroffentlichungsdatum erscheinungsdatum erschienen zeit publie publiele "
        "datedepublication dateparution parution fecha fechadepublicacion publicado datapubblicazione "
        "datadipubblicazione pubblicato gepubliceerd publicatiedatum publiceringsdatum publicerad dato"},
    {Part::Published, 2,
        "created createdat createdutc createdon datecreated creationdate seendate epoch unixtime ts added "
        "dateadded "
        "erstellt"},
    {Part::Published, 3, "updated updatedat lastupdated modified modifiedat datemodified lastmodified"},
    {Part::Source, 0, "source sourcename sourcetitle publisher publishername publication provider"},
    {Part::Source, 1,
        "site sitename website feed feedtitle outlet newspaper agency media medium quelle herausgeber "
        "zeitung "
        "fuente fonte bron kalla kilde zrodlo editeur"},
    {Part::Source, 2, "domain host channel"},
    {Part::Url, 0, "url link weburl articleurl newsurl storyurl pageurl articlelink newslink"},
    {Part::Url, 1,
        "permalink canonicalurl canonical externalurl href uri links webaddress adresse lien enlace "
        "collegamento sourceurl"},
    {Part::Id, 0, "id guid uuid"},
    {Part::Id, 1,
        "articleid newsid storyid docid documentid itemid entryid postid identifier messageid accession "
        "accessionno"},
    {Part::Author, 0, "author authors byline authorname"},
    {Part::Author, 1,
        "creator creators writer writers journalist reporter by autor autoren auteur auteurs autore autori "
        "autores verfasser redakteur schrijver forfattare forfatter"},
    {Part::Language, 0, "language lang languagecode"},
    {Part::Language, 1, "inlanguage locale langue sprache idioma lingua taal sprak jezyk"},
    {Part::Categories, 0, "categories category tags topics keywords"},
    {Part::Categories, 1,
        "tag topic section sections channels subjects kategorie kategorien ressort schlagworte schlagworter "
        "stichworte thema themen categorie sujets motscles categoria categorias etiquetas tema temas "
        "categorieen trefwoorden kategori"},
};

std::string plainKey(std::string_view name)
{
    std::string key;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
            key += lower;
    }
    return key;
}

std::string nameKey(std::string_view name)
{
    if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return plainKey(name);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return plainKey(name);
    const icu::UnicodeString text
        = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    const icu::UnicodeString parts = normalizer->normalize(text, status);
    std::string utf8;
    icu::UnicodeString letters;
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        if (const UChar32 c = parts.char32At(at); u_charType(c) != U_NON_SPACING_MARK)
            letters.append(c);
    }
    letters.foldCase().toUTF8String(utf8);
    return plainKey(utf8);
}

const std::unordered_map<std::string_view, NamedPart>& table()
{
    static const std::unordered_map<std::string_view, NamedPart> all = [] {
        std::unordered_map<std::string_view, NamedPart> built;
        for (const Names& names : AllNames) {
            for (const std::string_view name : base::split(names.names, ' ')) {
                if (!name.empty())
                    built.emplace(name, NamedPart{names.part, names.rank});
            }
        }
        return built;
    }();
    return all;
}

constexpr std::array<std::string_view, 11> PartNames{
    "-", "title", "body", "summary", "published", "source", "url", "id", "author", "language", "categories"};

bool hasMarkup(std::string_view text)
{
    for (std::size_t at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at + 1)) {
        const char next = static_cast<char>(text[at + 1] | 0x20);
        if ((next >= 'a' && next <= 'z') || text[at + 1] == '/' || text[at + 1] == '!')
            return true;
    }
    return false;
}

std::string bodyText(const std::string& value)
{
    return hasMarkup(value) ? htmlToText(value) : paragraphsOf(decodeReferences(value));
}

// One name, or several in one cell: parted by ';' or '|', else by commas.
void addCategories(base::Article& article, std::string names)
{
    const bool signs = names.find_first_of(";|") != std::string::npos;
    std::replace_if(
        names.begin(), names.end(), [&](char c) { return signs ? c == ';' || c == '|' : c == ','; }, '\n');
    for (const std::string_view part : base::split(names, '\n')) {
        const std::string name(base::trimmed(part));
        auto& all = article.categories;
        if (!name.empty() && std::find(all.begin(), all.end(), name) == all.end()
            && all.size() < MaxCategories)
            all.push_back(name);
    }
}

} // namespace

NamedPart partNamed(std::string_view name)
{
    name = base::trimmed(name);
    if (name.empty() || name.size() > MaxName)
        return {};
    const std::string key = nameKey(name);
    const auto& all = table();
    auto it = all.find(key);
    if (it == all.end()) { // "dc:title", "article.author": the last of several words joined by signs
        const std::size_t sign = name.find_last_of(":./");
        if (sign != std::string_view::npos)
            it = all.find(nameKey(name.substr(sign + 1)));
    }
    return it == all.end() ? NamedPart{} : it->second;
}

std::string_view partName(Part part) { return PartNames[static_cast<std::size_t>(part)]; }

Part partOf(std::string_view name)
{
    const auto it = std::find(PartNames.begin(), PartNames.end(), name);
    return it == PartNames.end() ? Part::None : static_cast<Part>(it - PartNames.begin());
}

std::string httpAddress(std::string_view address)
{
    std::string absolute = absoluteUrl({}, address);
    const std::string start = base::lowerAscii(std::string_view(absolute).substr(0, 8));
    const bool web = start.starts_with("http://") || start.starts_with("https://");
    return web && absolute.find_first_of(" <>\"") == std::string::npos ? absolute : std::string();
}

void setPart(base::Article& article, Part part, std::string value)
{
    const auto setIfEmpty = [&](std::string& to) {
        if (to.empty())
            to = std::move(value);
    };
    switch (part) {
    case Part::Title:
        value = htmlToLine(value);
        setIfEmpty(article.title);
        break;
    case Part::Body: // of several the longest: some services cut one short
        value = bodyText(value);
        if (value.size() > article.body.size())
            article.body = std::move(value);
        break;
    case Part::Summary:
        value = bodyText(value);
        setIfEmpty(article.body);
        break;
    case Part::Published:
        if (!article.published && !value.empty()) {
            article.published = readDate(value);
            if (!article.published)
                article.warnings.push_back(
                    "date not readable: " + std::string(base::truncatedUtf8(value, MaxShown)));
        }
        break;
    case Part::Source:
        value = htmlToLine(value);
        setIfEmpty(article.source);
        break;
    case Part::Url:
        value = httpAddress(value);
        setIfEmpty(article.url);
        break;
    case Part::Id:
        value = base::trimmed(value);
        setIfEmpty(article.guid);
        break;
    case Part::Author:
        value = htmlToLine(value);
        setIfEmpty(article.author);
        break;
    case Part::Language:
        value = languageTag(value);
        setIfEmpty(article.language);
        break;
    case Part::Categories:
        addCategories(article, htmlToLine(value));
        break;
    case Part::None:
        break;
    }
}

} // namespace ingest
