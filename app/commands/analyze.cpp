// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "textinput.h"
#include "textreport.h"

#include <app/pipeline.h>
#include <base/analysisjson.h>
#include <base/strings.h>
#include <engine/analyser.h>
#include <ingest/language.h>

#include <nlohmann/json.hpp>

#include <iostream>

namespace app {

namespace {

using Json = nlohmann::json;

std::string textMember(const Json& object, const char* name)
{
    const auto it = object.find(name);
    return it != object.end() && it->is_string() ? base::repairedUtf8(it->get_ref<const std::string&>())
                                                 : std::string();
}

std::string idMember(const Json& object)
{
    const auto it = object.find("id");
    if (it == object.end())
        return {};
    return it->is_string() ? it->get<std::string>() : it->dump();
}

class Analyzer final {
public:
    Analyzer(const engine::Pack& pack, std::string format)
        : m_pack(pack)
        , m_format(std::move(format))
    {
    }

    void input(const std::string& name)
    {
        base::Result<std::string> bytes = readFileOrInput(name);
        if (!bytes)
            return fail(bytes.error());
        if (looksLikeLines(name, *bytes)) {
            forEachLine(*bytes, [&](std::string_view text, int number) { line(name, text, number); });
            return;
        }
        base::Result<ingest::InputDocument> document = readInput(
            {name == "-" ? "standard input" : name, {}, {}, std::move(bytes).value(), currentInstant()});
        if (!document)
            return fail(document.error());
        if (document->articles.empty())
            return fail({base::ErrorCode::InvalidInput, "holds no article", name});
        const bool one = document->articles.size() == 1;
        for (const base::Article& article : document->articles) {
            if (one)
                print(article, "file", name);
            else
                print(article, "id", article.guid.empty() ? article.identity : article.guid);
        }
    }

    // One object is printed as it is, several as an array.
    void finish()
    {
        if (m_objects.size() == 1)
            std::cout << m_objects.front() << '\n';
        else if (!m_objects.empty())
            std::cout << '[' << base::join(m_objects, ",\n") << "]\n";
    }

    bool failed() const { return m_failed; }

private:
    static bool looksLikeLines(const std::string& name, std::string_view bytes)
    {
        if (base::endsWith(name, ".ndjson") || base::endsWith(name, ".jsonl"))
            return true;
        const std::string_view text
            = base::trimmed(bytes.substr(0, std::min<std::size_t>(bytes.size(), 1 << 20)));
        if (name != "-" || !text.starts_with('{'))
            return false;
        return Json::accept(text.substr(0, text.find('\n')));
    }

    void line(const std::string& name, std::string_view text, int number)
    {
        const std::string place = name + ", line " + std::to_string(number);
        const Json object = Json::parse(text, nullptr, false);
        if (object.is_discarded())
            return fail({base::ErrorCode::InvalidInput, "is not valid JSON", place});
        if (!object.is_object() || (!object.contains("title") && !object.contains("body")))
            return fail({base::ErrorCode::InvalidInput, "is not an object with title or body", place});
        base::Article article;
        article.title = textMember(object, "title");
        article.body = textMember(object, "body");
        article.source = textMember(object, "source");
        article.published = base::fromIso(textMember(object, "published"));
        article.language = textMember(object, "language");
        if (article.language.empty())
            article.language = ingest::detectLanguage(article.body.empty() ? article.title : article.body);
        print(article, "id", idMember(object));
    }

    void print(const base::Article& article, const char* key, const std::string& id)
    {
        const base::Analysis analysis = analyseArticle(m_pack, article);
        if (m_format == "text") {
            std::cout << (m_printed++ > 0 ? "\n" : "") << textReport(article, analysis);
            return;
        }
        std::string object = base::toJson(analysis, base::JsonDetail::Contract, key, id);
        if (m_format == "ndjson")
            std::cout << object << '\n';
        else
            m_objects.push_back(std::move(object));
    }

    void fail(const base::Error& error)
    {
        m_failed = true;
        printFailure(error);
    }

private:
    const engine::Pack& m_pack;
    std::string m_format;
    std::vector<std::string> m_objects;
    int m_printed = 0;
    bool m_failed = false;
};

base::Result<std::shared_ptr<const engine::Pack>> packFrom(const std::string& folder)
{
    if (!std::filesystem::is_directory(folder))
        return base::Error{base::ErrorCode::NotFound, "is no folder", folder};
    const base::Result<base::ResourceFiles> files = packFiles(folder);
    if (!files)
        return files.error();
    return engine::loadPack(*files);
}

} // namespace

int runAnalyze(const Context& context, const AnalyzeOptions& options)
{
    const auto pack = options.pack.empty() ? enginePack(context) : packFrom(options.pack);
    if (!pack) {
        printFailure(pack.error());
        return SomeFailed;
    }
    Analyzer analyzer(**pack, options.format);
    for (const std::string& file : options.files)
        analyzer.input(file);
    analyzer.finish();
    return analyzer.failed() ? SomeFailed : AllDone;
}

} // namespace app
