// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefpdf.h"

#include "pagepainter.h"

#include <base/strings.h>

#include <QBuffer>
#include <QPainterPath>
#include <QPdfWriter>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace brief {

namespace {

constexpr int Resolution = 1200;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString signedNumber(double value)
{
    const QString number = text(base::fixed(std::abs(value), 2));
    if (number == QStringLiteral("0.00"))
        return number;
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number;
}

class BriefPages final {
public:
    BriefPages(const BriefDocument& document, const BriefStyle& style, int pageCount)
        : m_document(document)
        , m_style(style)
        , m_pageCount(pageCount)
    {
    }

    int draw(QPdfWriter& writer)
    {
        PagePainter page(
            writer, m_style, [this](PagePainter& painter, int number) { frame(painter, number); });
        heading(page);
        if (!m_document.analysed) {
            page.paragraph({{text(m_document.notAnalysed), PagePainter::font(12), m_style.text}}, 18.7);
            return page.pages();
        }
        gauges(page);
        if (!m_document.summary.sentences.empty()) {
            title(page, QStringLiteral("Summary"));
            page.paragraph(runs(m_document.summary), 18.7);
        }
        if (!m_document.analysis.empty())
            title(page, QStringLiteral("Analysis"));
        for (const BriefSection& section : m_document.analysis) {
            page.paragraph(runs(section), 18.7);
            page.skip(5);
        }
        decisions(page);
        evidence(page);
        return page.pages();
    }

private:
    void frame(PagePainter& page, int number) const
    {
        QPainter& painter = page.painter();
        const QRectF area = page.area();
        const double width = area.width();
        const double head = 58;
        page.line({QStringLiteral("Leadline brief"), PagePainter::font(11, QFont::DemiBold), m_style.text},
            {area.left(), head}, width / 2);
        const QString desk
            = m_document.desk.empty() ? QString() : text(m_document.desk) + QStringLiteral(" · ");
        page.line({desk + text(m_document.made), PagePainter::font(11), m_style.muted},
            {area.left() + width / 2, head}, width / 2, Qt::AlignRight);
        painter.fillRect(QRectF(area.left(), 70, width, 2), m_style.text);

        const double foot = page.page().height() - 28;
        painter.fillRect(QRectF(area.left(), foot - 18, width, 1), m_style.line);
        const QString notes = text(
            m_document.engine.empty() ? m_document.notice : m_document.notice + " " + m_document.engine);
        page.line({notes, PagePainter::font(9.5), m_style.muted}, {area.left(), foot}, width - 50);
        if (m_pageCount > 0) {
            page.line({QStringLiteral("%1 / %2").arg(number).arg(m_pageCount), PagePainter::font(9.5),
                          m_style.muted},
                {area.left() + width - 50, foot}, 50, Qt::AlignRight);
        }
    }

    void heading(PagePainter& page) const
    {
        page.skip(6);
        QFont headline = PagePainter::font(23, QFont::Bold);
        headline.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
        page.paragraph({{text(m_document.title), headline, m_style.text}}, 28);
        page.skip(5);
        page.paragraph({{text(m_document.meta), PagePainter::font(11), m_style.muted}}, 16);
        page.skip(9);
        chips(page);
    }

    void chips(PagePainter& page) const
    {
        if (m_document.topics.empty())
            return;
        QPainter& painter = page.painter();
        const QFont font = PagePainter::font(10.5);
        const double height = 19;
        double x = page.area().left();
        page.need(height);
        for (const std::string& topic : m_document.topics) {
            const double width = textWidth(text(topic), font) + 18;
            if (x + width > page.area().right() && x > page.area().left()) {
                x = page.area().left();
                page.skip(height + 6);
                page.need(height);
            }
            painter.setPen(QPen(m_style.line, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(x + 0.5, page.y() + 0.5, width - 1, height - 1), 9, 9);
            page.line({text(topic), font, m_style.text}, {x + 9, page.y() + 13.2}, width);
            x += width + 6;
        }
        page.skip(height + 13);
    }

    static double textWidth(const QString& words, const QFont& font)
    {
        return QFontMetricsF(font).horizontalAdvance(words);
    }

    void gauges(PagePainter& page) const
    {
        const double height = 96;
        page.need(height);
        const QRectF area = page.area();
        const double gap = 12;
        const bool trend = !m_document.trend.empty();
        const double unit = (area.width() - 2 * gap) / 3.25;
        const double wide = trend ? unit : (area.width() - gap) / 2;
        QRectF card(area.left(), page.y(), wide, height);
        drawCard(page, card, QStringLiteral("Market impact"), text(base::fixed(m_document.impact, 2)),
            m_style.text, text(m_document.impactLabel));
        bar(page, card, 0, m_document.impact, m_style.accent, false);
        card.moveLeft(card.right() + gap);
        const QColor direction = m_document.sentiment < -0.005 ? m_style.negative
            : m_document.sentiment > 0.005                     ? m_style.positive
                                                               : m_style.muted;
        drawCard(page, card, QStringLiteral("Market sentiment"), signedNumber(m_document.sentiment),
            direction, text(m_document.sentimentLabel));
        bar(page, card, 0.5, 0.5 + m_document.sentiment / 2, direction, true);
        if (trend) {
            card = QRectF(card.right() + gap, card.top(), area.right() - card.right() - gap, height);
            drawTrend(page, card);
        }
        page.skip(height + 14);
    }

    void drawCard(PagePainter& page, const QRectF& card, const QString& label, const QString& value,
        const QColor& color, const QString& words) const
    {
        QPainter& painter = page.painter();
        painter.setPen(QPen(m_style.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const double inner = card.width() - 26;
        page.line(
            {label, PagePainter::font(10.5), m_style.muted}, {card.left() + 13, card.top() + 22}, inner);
        page.line(
            {value, PagePainter::font(21, QFont::Bold), color}, {card.left() + 13, card.top() + 47}, inner);
        page.line({words, PagePainter::font(11), m_style.muted}, {card.left() + 13, card.top() + 82}, inner);
    }

    void bar(
        PagePainter& page, const QRectF& card, double from, double to, const QColor& color, bool middle) const
    {
        QPainter& painter = page.painter();
        const QRectF track(card.left() + 13, card.top() + 58, std::min(150.0, card.width() - 26), 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.track);
        painter.drawRoundedRect(track, 3, 3);
        const double low = std::clamp(std::min(from, to), 0.0, 1.0);
        const double high = std::clamp(std::max(from, to), 0.0, 1.0);
        painter.setBrush(color);
        const QRectF filled(track.left() + track.width() * low, track.top(), track.width() * (high - low), 6);
        painter.drawRoundedRect(filled, middle ? 0 : 3, middle ? 0 : 3);
        if (middle) {
            painter.setBrush(m_style.text);
            painter.drawRect(QRectF(track.center().x() - 0.7, track.top() - 2, 1.4, 10));
        }
    }

    void drawTrend(PagePainter& page, const QRectF& card) const
    {
        QPainter& painter = page.painter();
        painter.setPen(QPen(m_style.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        page.line({text(m_document.trendTitle), PagePainter::font(10.5), m_style.muted},
            {card.left() + 13, card.top() + 22}, card.width() - 26);
        const QRectF plot(card.left() + 13, card.top() + 32, card.width() - 26, card.height() - 46);
        painter.setPen(QPen(m_style.line, 1));
        painter.drawLine(QPointF(plot.left(), plot.center().y()), QPointF(plot.right(), plot.center().y()));
        QPainterPath path;
        const double step = plot.width() / double(m_document.trend.size() - 1);
        for (std::size_t i = 0; i < m_document.trend.size(); ++i) {
            const double value = std::clamp(m_document.trend[i], -1.0, 1.0);
            const QPointF point(
                plot.left() + step * double(i), plot.center().y() - value * plot.height() / 2);
            if (i == 0)
                path.moveTo(point);
            else
                path.lineTo(point);
        }
        painter.setPen(QPen(m_style.link, 1.6));
        painter.drawPath(path);
    }

    void title(PagePainter& page, const QString& words) const
    {
        page.skip(9);
        page.need(60); // a title never stands alone at the foot
        page.paragraph({{words, PagePainter::font(12.5, QFont::DemiBold), m_style.text}}, 19);
        page.skip(4);
    }

    Run marksRun(const std::vector<int>& marks) const
    {
        QStringList numbers;
        for (const int mark : marks)
            numbers << QString::number(mark);
        // A thin, unbreakable space keeps the mark at its word.
        return {QStringLiteral("\u202F") + numbers.join(QLatin1Char(',')), PagePainter::font(12),
            m_style.link, true};
    }

    std::vector<Run> runs(const BriefSection& section) const
    {
        std::vector<Run> made;
        const QFont font = PagePainter::font(12);
        if (!section.name.empty())
            made.push_back({text(section.name) + QStringLiteral(". "), PagePainter::font(12, QFont::DemiBold),
                m_style.accentText});
        for (const BriefSentence& sentence : section.sentences) {
            if (&sentence != &section.sentences.front())
                made.push_back({QStringLiteral(" "), font, m_style.text});
            made.push_back({text(sentence.text), font, m_style.text, false,
                sentence.assumption ? m_style.assumption : QColor()});
            if (!sentence.marks.empty())
                made.push_back(marksRun(sentence.marks));
        }
        return made;
    }

    void decisions(PagePainter& page) const
    {
        title(page, QStringLiteral("Key decisions for investors"));
        if (m_document.decisions.empty()) {
            page.paragraph({{text(m_document.noDecisions), PagePainter::font(12), m_style.muted}}, 18.7);
            return;
        }
        const QFont font = PagePainter::font(11);
        const QFont bold = PagePainter::font(11, QFont::DemiBold);
        const double width = page.area().width();
        const std::vector<double> widths{74, width - 74 - 168 - 84 - 132, 168, 84, 132};
        const std::vector<QString> heads{QStringLiteral("Type"), QStringLiteral("Idea"),
            QStringLiteral("Long / short"), QStringLiteral("Horizon"), QStringLiteral("Exit if")};
        const auto row = [&](const std::vector<std::vector<Run>>& cells, const QColor& rule) {
            double height = 0;
            for (std::size_t i = 0; i < cells.size(); ++i)
                height = std::max(height, page.boxed(cells[i], {}, widths[i] - 10, 16, false));
            page.need(height + 11);
            double x = page.area().left();
            for (std::size_t i = 0; i < cells.size(); x += widths[i], ++i)
                page.boxed(cells[i], {x, page.y() + 5}, widths[i] - 10, 16, true);
            page.skip(height + 10);
            page.painter().fillRect(QRectF(page.area().left(), page.y(), width, 1), rule);
            page.skip(1);
        };
        std::vector<std::vector<Run>> cells;
        for (const QString& head : heads)
            cells.push_back({{head, font, m_style.muted}});
        row(cells, m_style.line);
        for (const BriefDecision& decision : m_document.decisions) {
            std::vector<Run> idea{{text(decision.idea), font, m_style.text}};
            if (!decision.marks.empty())
                idea.push_back(marksRun(decision.marks));
            row({{{text(decision.type), bold, m_style.text}}, idea,
                    {{text(decision.legs), font, m_style.text}},
                    {{text(decision.horizon), font, m_style.text}},
                    {{text(decision.exit), font, m_style.text}}},
                m_style.faintLine);
        }
    }

    void evidence(PagePainter& page) const
    {
        if (m_document.evidence.empty())
            return;
        title(page, QStringLiteral("Evidence"));
        const QFont font = PagePainter::font(10);
        const double gap = 26;
        const double column = (page.area().width() - gap) / 2;
        const double lineHeight = 14.5;
        const std::size_t half = (m_document.evidence.size() + 1) / 2;
        // Row by row, left then right half, so that a page break never parts the columns.
        for (std::size_t i = 0; i < half; ++i) {
            double height = 0;
            for (const bool draw : {false, true}) {
                if (draw)
                    page.need(height);
                for (std::size_t side = 0; side < 2; ++side) {
                    const std::size_t index = i + side * half;
                    if (index >= m_document.evidence.size())
                        continue;
                    const double left = page.area().left() + double(side) * (column + gap);
                    const BriefEvidence& one = m_document.evidence[index];
                    if (draw) {
                        page.line({QString::number(index + 1) + QLatin1Char('.'), font, m_style.muted},
                            {left, page.y() + 10.6}, 18, Qt::AlignRight);
                    }
                    const QString place
                        = one.place.empty() ? QString() : QStringLiteral(" — ") + text(one.place);
                    height = std::max(height,
                        page.boxed({{text(one.text) + place, font, m_style.text}}, {left + 22, page.y()},
                            column - 22, lineHeight, draw));
                }
            }
            page.skip(height + 3);
        }
    }

    const BriefDocument& m_document;
    const BriefStyle& m_style;
    int m_pageCount;
};

int drawInto(
    QByteArray& bytes, const BriefDocument& document, Paper paper, const BriefStyle& style, int pageCount)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(Resolution);
    writer.setPageSize(QPageSize(paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(text(document.title));
    writer.setCreator(QStringLiteral("Leadline"));
    return BriefPages(document, style, pageCount).draw(writer);
}

// Qt writes the moment of drawing into the file; the brief's own moment stands there instead, in as many
// bytes, so that the same brief is the same file.
void fixDate(QByteArray& bytes, const std::string& iso)
{
    const QByteArray key("/CreationDate (D:");
    const qsizetype at = bytes.indexOf(key);
    const std::string digits = iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2) + iso.substr(11, 2)
        + iso.substr(14, 2) + iso.substr(17, 2);
    const qsizetype begin = at + key.size();
    const qsizetype end = at < 0 ? -1 : bytes.indexOf(')', begin);
    if (end < 0 || end - begin < qsizetype(digits.size()))
        return;
    QByteArray date = QByteArray::fromStdString(digits);
    const qsizetype room = end - begin - date.size();
    const QByteArray zone("+00'00'");
    date += room >= zone.size() ? zone + QByteArray(room - zone.size(), ' ') : QByteArray(room, ' ');
    bytes.replace(begin, end - begin, date);
}

} // namespace

base::Result<BriefStyle> briefStyle(std::string_view json)
{
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return base::Error{base::ErrorCode::InvalidInput, "is not a JSON object", "print theme"};
    BriefStyle style;
    const std::pair<const char*, QColor*> roles[] = {{"text", &style.text}, {"muted", &style.muted},
        {"line", &style.line}, {"faintLine", &style.faintLine}, {"track", &style.track},
        {"accent", &style.accent}, {"accentText", &style.accentText}, {"negative", &style.negative},
        {"positive", &style.positive}, {"link", &style.link}, {"assumption", &style.assumption}};
    for (const auto& [name, color] : roles) {
        const auto it = object.find(name);
        *color = it != object.end() && it->is_string() ? QColor(text(it->get<std::string>())) : QColor();
        if (!color->isValid())
            return base::Error{
                base::ErrorCode::InvalidInput, std::string("has no colour ") + name, "print theme"};
    }
    return style;
}

base::Result<Pdf> writePdf(const BriefDocument& document, Paper paper, const BriefStyle& style)
{
    Pdf pdf;
    QByteArray counted;
    const int pages = drawInto(counted, document, paper, style, 0);
    pdf.pages = drawInto(pdf.bytes, document, paper, style, pages);
    if (pdf.pages != pages || !pdf.bytes.startsWith("%PDF-"))
        return base::Error{base::ErrorCode::Internal, "the pages could not be drawn", document.title};
    fixDate(pdf.bytes, document.madeIso);
    return pdf;
}

} // namespace brief
