// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "blockview.h"

#include <algorithm>
#include <cmath>

namespace brief {

namespace {

// Lines of text: never one of a paragraph alone at the end or the top of a page.
class TextView final : public BlockView {
public:
    TextView(const Line& line, const TextStyle& text, const ViewSetting& setting, double before, bool keepNext,
        std::string anchor = {})
        : m_text(line, text, setting.style, setting.width)
        , m_before(before)
        , m_keepNext(keepNext)
        , m_anchor(std::move(anchor))
    {
    }

    std::vector<Piece> pieces(int) override
    {
        const int count = m_text.lines();
        std::vector<Piece> all(static_cast<std::size_t>(count), Piece{m_text.lineHeight(), 0, m_keepNext});
        if (count == 0)
            return all;
        all.front().before = m_before;
        if (count > 1) {
            all.front().keepNext = true;
            all[static_cast<std::size_t>(count) - 2].keepNext = true;
        }
        return all;
    }
    void draw(Canvas& canvas, int, int piece, QPointF at) override
    {
        m_text.draw(canvas, at, piece, piece + 1);
    }
    std::vector<std::string> anchors(int) const override
    {
        return m_anchor.empty() ? std::vector<std::string>() : std::vector<std::string>{m_anchor};
    }

private:
    SetText m_text;
    double m_before;
    bool m_keepNext;
    std::string m_anchor;
};

std::unique_ptr<BlockView> headingView(const Heading& heading, const ViewSetting& setting)
{
    TextStyle text{12.5, QFont::DemiBold, setting.style.text, 19};
    double before = 13;
    if (heading.level == 1) {
        text = {18, QFont::Bold, setting.style.text, 24, Qt::AlignLeft, -0.1};
        before = 26;
    } else if (heading.level == 2) {
        text = {15, QFont::Bold, setting.style.text, 20};
        before = 24;
    }
    return std::make_unique<TextView>(heading.text, text, setting, before, true, heading.anchor);
}

std::unique_ptr<BlockView> paragraphView(const Paragraph& paragraph, const ViewSetting& setting)
{
    TextStyle text{size::Body, QFont::Normal, setting.style.text, size::BodyLine};
    double before = 4;
    switch (paragraph.role) {
    case Paragraph::Role::Body:
        break;
    case Paragraph::Role::Meta:
        text = {size::Small, QFont::Normal, setting.style.muted, size::SmallLine};
        before = 2;
        break;
    case Paragraph::Role::Small:
        text = {size::Small, QFont::Normal, setting.style.text, size::SmallLine};
        break;
    case Paragraph::Role::Quiet:
        text.color = setting.style.muted;
        break;
    }
    return std::make_unique<TextView>(
        paragraph.text, text, setting, before, paragraph.role == Paragraph::Role::Meta);
}

class TitleView final : public BlockView {
public:
    TitleView(const Title& title, const ViewSetting& setting)
        : m_title({{title.text}}, {23, QFont::Bold, setting.style.text, 28, Qt::AlignLeft, -0.2}, setting.style,
            setting.width)
        , m_meta(title.meta, {size::Small, QFont::Normal, setting.style.muted, size::SmallLine}, setting.style,
              setting.width)
    {
    }
    std::vector<Piece> pieces(int) override
    {
        return {{6 + m_title.height() + 5 + m_meta.height() + 3, 0, true}};
    }
    void draw(Canvas& canvas, int, int, QPointF at) override
    {
        m_title.draw(canvas, at + QPointF(0, 6));
        m_meta.draw(canvas, at + QPointF(0, 6 + m_title.height() + 5));
    }

private:
    SetText m_title;
    SetText m_meta;
};

class ChipsView final : public BlockView {
public:
    ChipsView(const Chips& chips, const ViewSetting& setting)
        : m_chips(chips)
        , m_style(setting.style)
        , m_text{10.5, QFont::Normal, setting.style.text, 16}
    {
        double x = 0;
        double y = 6;
        for (const std::string& word : chips.words) {
            const double width = std::min(lineWidth(word, m_text) + 18, setting.width);
            if (x + width > setting.width && x > 0) {
                x = 0;
                y += Height + 6;
            }
            m_boxes.emplace_back(x, y, width, Height);
            x += width + 6;
        }
        m_height = y + Height;
    }
    std::vector<Piece> pieces(int) override { return {{m_height, 0, true}}; }
    void draw(Canvas& canvas, int, int, QPointF at) override
    {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const QRectF box = m_boxes[i].translated(at);
            canvas.painter.setPen(QPen(m_style.line, 1));
            canvas.painter.setBrush(Qt::NoBrush);
            canvas.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
            drawLine(canvas, m_chips.words[i], m_text, m_style, {box.left() + 9, box.top() + 13.2},
                box.width() - 16);
        }
    }

private:
    static constexpr double Height = 19;
    const Chips& m_chips;
    const BriefStyle& m_style;
    TextStyle m_text;
    std::vector<QRectF> m_boxes;
    double m_height = 0;
};

class TableView final : public BlockView {
public:
    TableView(const Table& table, const ViewSetting& setting)
        : m_table(table)
        , m_style(setting.style)
    {
        double taken = 0;
        double shares = 0;
        for (const Column& column : table.columns) {
            taken += column.width;
            shares += column.width == 0 ? 1 : 0;
        }
        for (const Column& column : table.columns)
            m_widths.push_back(column.width > 0 ? column.width : (setting.width - taken) / shares);
        m_width = setting.width;
    }

    int units() const override { return static_cast<int>(m_table.rows.size()) + 1; }
    bool hasHead() const override { return true; }

    std::vector<Piece> pieces(int unit) override
    {
        set(unit);
        int lines = 1;
        for (const auto& cell : m_cells)
            lines = std::max(lines, cell->lines());
        m_lines = lines;
        std::vector<Piece> all;
        // A row that would not fit on any page is parted, all others are whole.
        for (int from = 0; from < lines; from += MostLines) {
            const int count = std::min(lines - from, MostLines);
            all.push_back({count * size::SmallLine + 11, unit == 0 ? 6.0 : 0.0, false});
        }
        // The head stands with its first row, and no row alone on the last page.
        all.back().keepNext = unit == 0 || (unit + 2 == units() && unit > 1);
        return all;
    }
    void draw(Canvas& canvas, int unit, int piece, QPointF at) override
    {
        set(unit);
        const int from = piece * MostLines;
        int drawn = 1;
        double x = at.x();
        for (std::size_t i = 0; i < m_cells.size(); x += m_widths[i], ++i) {
            const int to = std::min(m_cells[i]->lines(), from + MostLines);
            if (from < to)
                m_cells[i]->draw(canvas, {x, at.y() + 5}, from, to);
        }
        for (const auto& cell : m_cells)
            drawn = std::max(drawn, std::min(cell->lines() - from, MostLines));
        canvas.painter.fillRect(QRectF(at.x(), at.y() + drawn * size::SmallLine + 10, m_width, 1),
            unit == 0 ? m_style.line : m_style.faintLine);
    }
    std::vector<std::string> anchors(int unit) const override
    {
        const auto row = static_cast<std::size_t>(unit) - 1;
        if (unit == 0 || row >= m_table.anchors.size() || m_table.anchors[row].empty())
            return {};
        return {m_table.anchors[row]};
    }

private:
    static constexpr int MostLines = 40;

    void set(int unit)
    {
        if (m_unit == unit)
            return;
        m_unit = unit;
        m_cells.clear();
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const bool last = i + 1 == m_table.columns.size();
            TextStyle text{size::Small, QFont::Normal, unit == 0 ? m_style.muted : m_style.text, size::SmallLine};
            if (m_table.columns[i].right)
                text.alignment = Qt::AlignRight;
            // Figures stand off the words that follow them.
            const double room = m_widths[i] - (last ? 0 : m_table.columns[i].right ? 14 : 10);
            Line line;
            if (unit == 0)
                line = {{m_table.columns[i].head}};
            else if (const auto& row = m_table.rows[static_cast<std::size_t>(unit) - 1]; i < row.size())
                line = row[i];
            m_cells.push_back(std::make_unique<SetText>(line, text, m_style, room));
        }
    }

    const Table& m_table;
    const BriefStyle& m_style;
    std::vector<double> m_widths;
    double m_width = 0;
    int m_unit = -1;
    int m_lines = 0;
    std::vector<std::unique_ptr<SetText>> m_cells; // of the unit
};

// Two columns: the left one holds the first half of a group. Groups are never parted, so that numbers are read
// down the left column and then down the right one, on every page.
class EvidenceView final : public BlockView {
public:
    EvidenceView(const Evidence& evidence, const ViewSetting& setting)
        : m_evidence(evidence)
        , m_style(setting.style)
        , m_column((setting.width - Gap) / 2)
        , m_numbers{size::Fine, QFont::Normal, setting.style.muted, size::FineLine, Qt::AlignRight}
        , m_margin(std::max(18.0,
              lineWidth(std::to_string(evidence.first + static_cast<int>(evidence.entries.size())) + ".",
                  m_numbers)
                  + 3))
    {
    }

    int units() const override { return static_cast<int>((m_evidence.entries.size() + Group - 1) / Group); }
    std::vector<Piece> pieces(int unit) override
    {
        set(unit);
        return {{m_height, unit == 0 ? 0.0 : 5.0, false}};
    }
    void draw(Canvas& canvas, int unit, int, QPointF at) override
    {
        set(unit);
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const double left = at.x() + (i < m_half ? 0 : m_column + Gap);
            const double y = at.y() + m_tops[i % m_half];
            const int number = m_evidence.first + unit * static_cast<int>(Group) + static_cast<int>(i);
            drawLine(canvas, std::to_string(number) + ".", m_numbers, m_style, {left, y + 10.6}, m_margin);
            m_cells[i]->draw(canvas, {left + m_margin + 4, y});
        }
    }
    std::vector<std::string> anchors(int unit) const override
    {
        std::vector<std::string> all;
        const std::size_t begin = static_cast<std::size_t>(unit) * Group;
        for (std::size_t i = begin; i < std::min(begin + Group, m_evidence.entries.size()); ++i)
            all.push_back("e" + std::to_string(m_evidence.first + static_cast<int>(i)));
        return all;
    }

private:
    static constexpr double Gap = 26;
    static constexpr std::size_t Group = 16;

    void set(int unit)
    {
        if (m_unit == unit)
            return;
        m_unit = unit;
        m_cells.clear();
        const std::size_t begin = static_cast<std::size_t>(unit) * Group;
        for (std::size_t i = begin; i < std::min(begin + Group, m_evidence.entries.size()); ++i) {
            const Evidence::Entry& entry = m_evidence.entries[i];
            Line line{{entry.text}};
            if (!entry.place.empty())
                line.push_back({" — " + entry.place});
            m_cells.push_back(std::make_unique<SetText>(line,
                TextStyle{size::Fine, QFont::Normal, m_style.text, size::FineLine}, m_style,
                m_column - m_margin - 4));
        }
        m_half = (m_cells.size() + 1) / 2;
        m_tops.assign(m_half, 0);
        m_height = 0;
        for (std::size_t row = 0; row < m_half; ++row) {
            m_tops[row] = m_height;
            double tall = m_cells[row]->height();
            if (row + m_half < m_cells.size())
                tall = std::max(tall, m_cells[row + m_half]->height());
            m_height += tall + 3;
        }
    }

    const Evidence& m_evidence;
    const BriefStyle& m_style;
    double m_column;
    TextStyle m_numbers;
    double m_margin;
    int m_unit = -1;
    std::vector<std::unique_ptr<SetText>> m_cells; // of the unit
    std::size_t m_half = 0; // entries of its left column
    std::vector<double> m_tops; // of its rows
    double m_height = 0;
};

class ContentsView final : public BlockView {
public:
    explicit ContentsView(const ViewSetting& setting)
        : m_setting(setting)
    {
    }
    int units() const override { return static_cast<int>(m_setting.contents->size()) + 1; }
    std::vector<Piece> pieces(int unit) override
    {
        if (unit == 0)
            return {{20, 16, true}};
        const bool part = entry(unit).level == 1;
        return {{16, part ? 5.0 : 0.0, part}};
    }
    void draw(Canvas& canvas, int unit, int, QPointF at) override
    {
        const BriefStyle& style = m_setting.style;
        if (unit == 0)
            return drawLine(canvas, "Contents", {12.5, QFont::DemiBold, style.text}, style,
                at + QPointF(0, 13), m_setting.width);
        const ContentsEntry& one = entry(unit);
        const TextStyle text{size::Small, one.level == 1 ? QFont::DemiBold : QFont::Normal, style.text};
        const double indent = one.level == 1 ? 0 : 14;
        drawLine(canvas, one.text, text, style, at + QPointF(indent, 12), m_setting.width - indent - 50);
        TextStyle number{size::Small, QFont::Normal, style.muted};
        number.alignment = Qt::AlignRight;
        if (const int page = m_setting.pageOf(one.anchor); page > 0)
            drawLine(canvas, std::to_string(page), number, style, at + QPointF(m_setting.width - 40, 12), 40);
        if (canvas.links != nullptr)
            canvas.links->push_back({QRectF(at.x(), at.y(), m_setting.width, 16), "#" + one.anchor});
    }

private:
    const ContentsEntry& entry(int unit) const
    {
        return (*m_setting.contents)[static_cast<std::size_t>(unit) - 1];
    }
    const ViewSetting& m_setting;
};

} // namespace

std::unique_ptr<BlockView> viewOf(const Block& block, const ViewSetting& setting)
{
    if (const auto* title = std::get_if<Title>(&block))
        return std::make_unique<TitleView>(*title, setting);
    if (const auto* heading = std::get_if<Heading>(&block))
        return headingView(*heading, setting);
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
        return paragraphView(*paragraph, setting);
    if (const auto* chips = std::get_if<Chips>(&block))
        return std::make_unique<ChipsView>(*chips, setting);
    if (const auto* table = std::get_if<Table>(&block))
        return std::make_unique<TableView>(*table, setting);
    if (const auto* evidence = std::get_if<Evidence>(&block))
        return std::make_unique<EvidenceView>(*evidence, setting);
    if (std::holds_alternative<Contents>(block))
        return std::make_unique<ContentsView>(setting);
    return figureViewOf(block, setting);
}

} // namespace brief
