// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefhtml.h"

#include "composer.h"

#include <base/strings.h>

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <algorithm>
#include <cmath>

namespace brief {

namespace {

std::string escaped(std::string text)
{
    base::replaceAll(text, "&", "&amp;");
    base::replaceAll(text, "<", "&lt;");
    base::replaceAll(text, ">", "&gt;");
    base::replaceAll(text, "\"", "&quot;");
    return text;
}

std::string figure(double value) { return base::fixed(value, 2); }

// An element around content that is HTML already.
std::string element(const std::string& name, const std::string& inner, const std::string& attributes = {})
{
    return "<" + name + (attributes.empty() ? "" : " ") + attributes + ">" + inner + "</" + name + ">";
}

std::string signClass(double value) { return value < -0.005 ? "neg" : value > 0.005 ? "pos" : "muted"; }

class HtmlWriter final {
public:
    // rich: for the clipboard, where only the plainest marks survive.
    explicit HtmlWriter(bool rich)
        : m_rich(rich)
    {
    }

    std::string blocks(const BriefDocument& document)
    {
        m_document = &document;
        std::string html;
        for (const Block& block : document.blocks)
            html += std::visit([this](const auto& one) { return write(one); }, block);
        return html;
    }

private:
    std::string line(const Line& line) const
    {
        std::string html;
        for (const Run& run : line) {
            std::string part = escaped(run.text);
            if (!run.target.empty() && !(m_rich && run.target.starts_with('#')))
                part = element("a", part, "href=\"" + escaped(run.target) + "\"");
            switch (run.look) {
            case Look::Plain:
                html += part;
                break;
            case Look::Strong:
                html += element("b", part);
                break;
            case Look::Lead:
                html += element("b", part, "class=\"lead\"");
                break;
            case Look::Muted:
                html += element("span", part, "class=\"muted\"");
                break;
            case Look::Negative:
                html += element("span", part, "class=\"neg\"");
                break;
            case Look::Positive:
                html += element("span", part, "class=\"pos\"");
                break;
            case Look::Assumption:
                html += element("span", part, "class=\"assumption\" title=\"assumption\"");
                break;
            case Look::Mark:
                html += element("sup", part);
                break;
            case Look::Added:
                html += element("ins", part);
                break;
            case Look::Removed:
                html += element("del", part);
                break;
            }
        }
        return html;
    }

    static std::string anchor(const std::string& name)
    {
        return name.empty() ? std::string() : "id=\"" + escaped(name) + "\"";
    }

    std::string write(const Title& title) const
    {
        return element("h1", escaped(title.text), "dir=\"auto\"") + "\n"
            + element("p", line(title.meta), "class=\"meta\"") + "\n";
    }
    std::string write(const Heading& heading) const
    {
        const std::string name = "h" + std::to_string(heading.level + 1);
        return element(name, line(heading.text), "dir=\"auto\" " + anchor(heading.anchor)) + "\n";
    }
    std::string write(const Paragraph& paragraph) const
    {
        static constexpr const char* classes[] = {"body", "meta", "small", "quiet"};
        return element("p", line(paragraph.text),
                   std::string("dir=\"auto\" class=\"") + classes[static_cast<int>(paragraph.role)] + "\"")
            + "\n";
    }
    std::string write(const Chips& chips) const
    {
        std::string inner;
        for (const std::string& word : chips.words)
            inner += m_rich ? (inner.empty() ? "" : " · ") + escaped(word) : element("span", escaped(word));
        return element(m_rich ? "p" : "div", inner, "class=\"chips\"") + "\n";
    }
    static std::string bar(double from, double to, const std::string& kind, bool middle)
    {
        const double low = std::clamp(std::min(from, to), 0.0, 1.0) * 150;
        const double high = std::clamp(std::max(from, to), 0.0, 1.0) * 150;
        return "<svg width=\"150\" height=\"10\" aria-hidden=\"true\"><rect class=\"track\" width=\"150\" y=\"2\" "
               "height=\"6\" rx=\"3\"/><rect class=\"fill "
            + kind + "\" x=\"" + figure(low) + "\" y=\"2\" height=\"6\" width=\"" + figure(high - low)
            + "\"/>" + (middle ? "<rect class=\"tick\" x=\"74.3\" width=\"1.4\" height=\"10\"/>" : "") + "</svg>";
    }
    std::string write(const Gauges& gauges) const
    {
        const std::string impact = figure(gauges.impact);
        const std::string sentiment = signedFigure(gauges.sentiment);
        if (m_rich)
            return element("p", "Impact <b>" + impact + "</b> " + escaped(gauges.impactLabel) + " · Sentiment <b>"
                           + sentiment + "</b> " + escaped(gauges.sentimentLabel))
                + "\n";
        const auto card = [](const std::string& name, const std::string& value, const std::string& kind,
                              const std::string& svg, const std::string& label) {
            return element("div", element("label", name) + element("b", value, "class=\"" + kind + "\"") + svg
                    + element("p", escaped(label)),
                "class=\"card\"");
        };
        std::string inner = card("Market impact", impact, "", bar(0, gauges.impact, "accent", false),
                                gauges.impactLabel)
            + card("Market sentiment", sentiment, signClass(gauges.sentiment),
                bar(0.5, 0.5 + gauges.sentiment / 2, signClass(gauges.sentiment), true), gauges.sentimentLabel);
        if (!gauges.trend.values.empty()) {
            std::string points;
            const double step = 210 / double(std::max<std::size_t>(2, gauges.trend.values.size()) - 1);
            for (std::size_t i = 0; i < gauges.trend.values.size(); ++i)
                points += figure(step * double(i)) + ","
                    + figure(27 - std::clamp(gauges.trend.values[i], -1.0, 1.0) * 26) + " ";
            inner += element("div", element("label", escaped(gauges.trend.title))
                    + "<svg viewBox=\"0 0 210 54\" width=\"100%\" height=\"54\"><line class=\"axis\" x1=\"0\" "
                      "x2=\"210\" y1=\"27\" y2=\"27\"/><polyline class=\"trend\" points=\""
                    + points + "\"/></svg>",
                "class=\"card\"");
        }
        return element("div", inner, gauges.small ? "class=\"gauges small\"" : "class=\"gauges\"") + "\n";
    }
    std::string write(const Table& table) const
    {
        std::string head;
        for (const Column& column : table.columns)
            head += element("th", escaped(column.head), column.right ? "class=\"figure\"" : "");
        std::string rows;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            std::string cells;
            for (std::size_t c = 0; c < table.rows[i].size(); ++c)
                cells += element("td", line(table.rows[i][c]),
                    c < table.columns.size() && table.columns[c].right ? "class=\"figure\"" : "dir=\"auto\"");
            rows += element("tr", cells, i < table.anchors.size() ? anchor(table.anchors[i]) : std::string()) + "\n";
        }
        return element("table", element("thead", element("tr", head)) + "\n" + element("tbody", rows),
                   std::string("aria-label=\"") + escaped(table.name) + "\"" + (m_rich ? " border=\"1\"" : ""))
            + "\n";
    }
    std::string write(const HeatMap& map) const
    {
        std::string head = element("th", "Topic");
        for (const std::string& column : map.columns)
            head += element("th", escaped(column), "class=\"figure\"");
        std::string rows;
        for (const HeatMap::Row& row : map.rows) {
            std::string cells = element("td", escaped(row.label));
            for (const HeatMap::Cell& cell : row.cells) {
                if (!cell.sentiment) {
                    cells += "<td></td>";
                    continue;
                }
                const int share = static_cast<int>(12 + 50 * std::min(1.0, std::abs(*cell.sentiment)));
                cells += element("td", signedFigure(*cell.sentiment),
                    "class=\"figure heat " + signClass(*cell.sentiment) + "\" style=\"--share:"
                        + std::to_string(share) + "%\" title=\"" + std::to_string(cell.articles) + "\"");
            }
            rows += element("tr", cells) + "\n";
        }
        return element("h4", escaped(map.title)) + "\n"
            + element("table", element("thead", element("tr", head)) + element("tbody", rows), "class=\"map\"") + "\n";
    }
    std::string write(const Charts& charts) const
    {
        std::string inner;
        for (const Chart& chart : charts.charts) {
            double most = 0;
            for (const Chart::Point& point : chart.points)
                most = std::max(most, std::abs(point.value));
            std::string rows;
            for (const Chart::Point& point : chart.points) {
                const double share = most > 0 ? point.value / most : 0;
                const std::string drawn = m_rich ? std::string()
                    : chart.kind == Chart::Kind::Columns
                    ? bar(0, share, "count", false)
                    : bar(0.5, 0.5 + share / 2, signClass(point.value), true);
                rows += element("tr",
                    element("td", escaped(point.label)) + element("td", drawn)
                        + element("td", escaped(point.text), "class=\"figure\""));
            }
            inner += element("div", element("label", escaped(chart.title)) + element("table", rows), "class=\"card\"");
        }
        return element("div", inner, "class=\"gauges\"") + "\n";
    }
    std::string write(const Evidence& evidence) const
    {
        std::string items;
        for (std::size_t i = 0; i < evidence.entries.size(); ++i) {
            const Evidence::Entry& entry = evidence.entries[i];
            items += element("li",
                         escaped(entry.text) + (entry.place.empty() ? std::string() : " — " + escaped(entry.place)),
                         "id=\"e" + std::to_string(evidence.first + static_cast<int>(i)) + "\"")
                + "\n";
        }
        return element("ol", items, "start=\"" + std::to_string(evidence.first) + "\"") + "\n";
    }
    std::string write(const Contents&) const
    {
        if (m_rich)
            return {};
        std::string items;
        for (const Block& block : m_document->blocks) {
            const auto* heading = std::get_if<Heading>(&block);
            if (heading != nullptr && heading->listed)
                items += element("li",
                    element("a", escaped(plainText(heading->text)), "href=\"#" + escaped(heading->anchor) + "\""),
                    "class=\"level" + std::to_string(heading->level) + "\"");
        }
        return element("nav", element("h4", "Contents") + element("ul", items)) + "\n";
    }
    std::string write(const PageBreak&) const { return m_rich ? "" : "<div class=\"break\"></div>\n"; }

    const BriefDocument* m_document = nullptr;
    bool m_rich;
};

// By content: the address of a picture that is part of the file.
std::string logoMark(const std::string& logo)
{
    if (logo.empty())
        return {};
    const std::string type = logo.starts_with("\x89PNG") ? "image/png"
        : logo.starts_with("\xFF\xD8")                   ? "image/jpeg"
                                                         : "image/svg+xml";
    return "<img class=\"logo\" alt=\"\" src=\"data:" + type + ";base64,"
        + QByteArray::fromStdString(logo).toBase64().toStdString() + "\">";
}

constexpr std::string_view Style = R"(
*{box-sizing:border-box}body{max-width:794px;margin:0 auto;padding:24px 54px 36px;background:var(--paper);color:var(--text);font:12px/1.5 Inter,"Noto Sans",system-ui,sans-serif;font-feature-settings:"tnum"}
header{display:flex;justify-content:space-between;align-items:end;border-bottom:2px solid var(--text);padding-bottom:7px;font-size:11px;color:var(--muted)}header b{color:var(--text)}.logo{height:24px;margin-right:10px;vertical-align:bottom}
h1{font-size:23px;line-height:1.22;margin:18px 0 5px;letter-spacing:-.2px}h2{font-size:18px;margin:26px 0 6px}h3{font-size:15px;margin:22px 0 3px}h4{font-size:12.5px;margin:13px 0 4px}
h2,h3,h4{break-after:avoid}p{margin:0 0 5px;line-height:1.56;orphans:2;widows:2}.meta,.muted,.quiet{color:var(--muted)}.meta,.small{font-size:11px}a{color:inherit;text-decoration:none}p a:hover{text-decoration:underline}
.lead{color:var(--accentText)}.neg{color:var(--negative)}.pos{color:var(--positive)}.assumption{background:var(--assumption)}sup{font-size:8.5px;line-height:0}sup a{color:var(--link)}ins{color:var(--positive)}del{color:var(--negative)}
.chips{margin:9px 0 13px;display:flex;gap:6px;flex-wrap:wrap}.chips span{border:1px solid var(--line);border-radius:99px;padding:1px 8px;font-size:10.5px}
.gauges{display:flex;gap:12px;margin:0 0 14px}.card{flex:1;border:1px solid var(--line);border-radius:6px;padding:9px 12px;break-inside:avoid}.card label{color:var(--muted);font-size:10.5px}.gauges>.card>b{font-size:21px;display:block;line-height:1.2}.card p{font-size:11px;color:var(--muted);margin:0}.gauges.small{margin:4px 0 6px}.gauges.small .card{border:0;padding:0;display:flex;gap:8px;align-items:center}.gauges.small .card>b{font-size:11px}
.track{fill:var(--track)}.fill.accent{fill:var(--accent)}.fill.neg{fill:var(--negative)}.fill.pos{fill:var(--positive)}.fill.muted,.fill.count{fill:var(--link)}.tick{fill:var(--text)}.axis{stroke:var(--line)}.trend{fill:none;stroke:var(--link);stroke-width:1.6}
table{width:100%;border-collapse:collapse;font-size:11px;margin:4px 0 8px}thead{display:table-header-group}tr{break-inside:avoid}th{text-align:left;color:var(--muted);font-weight:500;border-bottom:1px solid var(--line);padding:3px 8px 3px 0}td{border-bottom:1px solid var(--faintLine);padding:5px 8px 5px 0;vertical-align:top}.figure{text-align:right}.heat{color:var(--text);padding:4px 6px;border:2px solid var(--paper)}.heat.neg{background:color-mix(in srgb,var(--negative) var(--share),var(--paper))}.heat.pos{background:color-mix(in srgb,var(--positive) var(--share),var(--paper))}.heat.muted{background:var(--faintLine)}
ol{font-size:10px;padding-left:22px;columns:2;column-gap:26px;margin:4px 0 10px}li{margin-bottom:3px;break-inside:avoid}nav ul{list-style:none;padding:0;font-size:11px}.level1{font-weight:600}.level2{padding-left:14px}.level3{padding-left:28px}
footer{border-top:1px solid var(--line);margin-top:24px;padding-top:6px;color:var(--muted);font-size:9.5px}.break{break-after:page}
@media print{body{max-width:none;padding:0}}
)";

} // namespace

std::string richText(const BriefDocument& document) { return HtmlWriter(true).blocks(document); }

base::Result<std::string> writeHtml(const BriefDocument& document, Paper paper, std::string_view colors)
{
    const auto theme = nlohmann::json::parse(colors, nullptr, false);
    if (!theme.is_object())
        return base::Error{base::ErrorCode::InvalidInput, "is not a JSON object", "print theme"};
    std::string roles;
    for (const auto& [role, color] : theme.items()) {
        if (color.is_string())
            roles += "--" + role + ":" + color.get<std::string>() + ";";
    }
    std::string html = "<!doctype html>\n<html lang=\"" + escaped(document.language)
        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
        + escaped(document.title) + "</title>\n";
    const auto about = [&html](const char* name, const std::string& words) {
        if (!words.empty())
            html += std::string("<meta name=\"") + name + "\" content=\"" + escaped(words) + "\">\n";
    };
    about("generator", "Leadline");
    about("author", document.desk);
    about("date", document.madeIso);
    about("description", document.subject);
    about("keywords", base::join(document.keywords, ", "));
    html += "<style>:root{" + roles + "}@page{size:" + (paper == Paper::Letter ? "letter" : "A4")
        + ";margin:16mm 14mm}" + std::string(Style) + "</style></head><body>\n<header><span>"
        + logoMark(document.logo) + "<b>" + escaped(document.head) + "</b></span><span>"
        + escaped(document.desk.empty() ? document.made : document.desk + " · " + document.made)
        + "</span></header>\n" + HtmlWriter(false).blocks(document) + "<footer>"
        + escaped(document.notice + " " + document.engine) + "</footer>\n</body></html>\n";
    return html;
}

} // namespace brief
