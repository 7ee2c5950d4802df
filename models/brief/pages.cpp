// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pages.h"

#include <QByteArray>
#include <QSvgRenderer>

#include <algorithm>

namespace brief {

namespace {

constexpr double SideMargin = 54;
constexpr double TopMargin = 84; // below the running head
constexpr double BottomMargin = 62; // above the footer
constexpr double LogoHeight = 24;

// CSS pixels: 96 to the inch.
QSizeF sizeOf(Paper paper)
{
    return paper == Paper::Letter ? QSizeF(816, 1056) : QSizeF(210 / 25.4 * 96, 297 / 25.4 * 96);
}

std::vector<ContentsEntry> contentsOf(const BriefDocument& document)
{
    std::vector<ContentsEntry> entries;
    bool begun = false;
    for (const Block& block : document.blocks) {
        begun = begun || std::holds_alternative<Contents>(block);
        const auto* heading = std::get_if<Heading>(&block);
        if (begun && heading != nullptr && heading->listed)
            entries.push_back({heading->level, plainText(heading->text), heading->anchor});
    }
    return entries;
}

} // namespace

Pages::Pages(const BriefDocument& document, Paper paper, const BriefStyle& style)
    : m_document(document)
    , m_style(style)
    , m_page(sizeOf(paper))
    , m_area(SideMargin, TopMargin, m_page.width() - 2 * SideMargin, m_page.height() - TopMargin - BottomMargin)
    , m_contents(contentsOf(document))
    , m_setting{style, m_area.width(), &m_contents, [this](const std::string& anchor) {
                    const auto it = m_anchors.find(anchor);
                    return it == m_anchors.end() ? 0 : it->second.page + 1;
                }}
{
    loadLogo();
}

Pages::~Pages() = default;

void Pages::loadLogo()
{
    if (m_document.logo.empty())
        return;
    const QByteArray bytes = QByteArray::fromStdString(m_document.logo);
    if (m_logo.loadFromData(bytes))
        return;
    m_vectorLogo = std::make_unique<QSvgRenderer>(bytes);
    if (!m_vectorLogo->isValid())
        m_vectorLogo.reset();
}

BlockView* Pages::view(int block)
{
    if (m_viewed != block) {
        m_view = viewOf(m_document.blocks[static_cast<std::size_t>(block)], m_setting);
        m_viewed = block;
    }
    return m_view.get();
}

void Pages::turn()
{
    m_ends.push_back(m_placed.size());
    m_y = m_area.top();
}

void Pages::put(const Waiting& waiting)
{
    const bool top = m_y == m_area.top();
    if (!top)
        m_y += waiting.piece.before;
    Placed placed = waiting.placed;
    placed.y = static_cast<float>(m_y);
    m_placed.push_back(placed);
    BlockView* shown = view(placed.block);
    if (placed.piece == 0) {
        for (std::string& anchor : shown->anchors(placed.unit))
            m_anchors.emplace(std::move(anchor), Place{static_cast<int>(m_ends.size()), m_y});
    }
    m_y += waiting.piece.height;
}

// Pieces that stand together go on this page, or on the next.
void Pages::place(std::vector<Waiting>& chain)
{
    if (chain.empty())
        return;
    const auto fits = [this](double height) { return m_y + height <= m_area.bottom() + 0.01; };
    double height = -(m_y == m_area.top() ? chain.front().piece.before : 0);
    for (const Waiting& waiting : chain)
        height += waiting.piece.before + waiting.piece.height;
    if (!fits(height) && m_y > m_area.top())
        turn();
    bool first = true;
    for (const Waiting& waiting : chain) {
        if (!first && !fits(waiting.piece.before + waiting.piece.height))
            turn(); // a chain longer than a page
        first = false;
        BlockView* shown = view(waiting.placed.block);
        // What goes on at the top of a page repeats its head, if it has one.
        if (m_y == m_area.top() && shown->hasHead() && waiting.placed.unit > 0) {
            for (const Piece& piece : shown->pieces(0))
                put({{waiting.placed.block, 0, 0, 0}, piece});
        }
        put(waiting);
    }
    chain.clear();
}

bool Pages::layOut(const std::function<bool()>& goOn)
{
    m_placed.clear();
    m_ends.clear();
    m_anchors.clear();
    m_outline.clear();
    m_viewed = -1;
    m_y = m_area.top();
    std::vector<Waiting> chain;
    for (int block = 0; block < static_cast<int>(m_document.blocks.size()); ++block) {
        if (goOn && !goOn())
            return false;
        BlockView* shown = view(block);
        if (shown == nullptr) { // a page break
            place(chain);
            if (m_y > m_area.top())
                turn();
            continue;
        }
        for (int unit = 0; unit < shown->units(); ++unit) {
            const std::vector<Piece> pieces = shown->pieces(unit);
            for (int i = 0; i < static_cast<int>(pieces.size()); ++i) {
                const Piece& piece = pieces[static_cast<std::size_t>(i)];
                chain.push_back({{block, unit, i, 0}, piece});
                if (!piece.keepNext) {
                    place(chain);
                    shown = view(block);
                }
            }
        }
    }
    place(chain);
    turn();
    for (const Block& block : m_document.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading == nullptr || !heading->listed)
            continue;
        if (const auto at = m_anchors.find(heading->anchor); at != m_anchors.end())
            m_outline.push_back({heading->level, plainText(heading->text), at->second});
    }
    return true;
}

void Pages::draw(int page, Canvas& canvas)
{
    frame(canvas, page);
    const auto index = static_cast<std::size_t>(page);
    for (std::size_t i = index == 0 ? 0 : m_ends[index - 1]; i < m_ends[index]; ++i) {
        const Placed& placed = m_placed[i];
        view(placed.block)->draw(canvas, placed.unit, placed.piece, {m_area.left(), placed.y});
    }
}

void Pages::frame(Canvas& canvas, int page) const
{
    QPainter& painter = canvas.painter;
    const double width = m_area.width();
    const double head = 58;
    double left = m_area.left();
    if (!m_logo.isNull()) {
        const double wide = LogoHeight * m_logo.width() / m_logo.height();
        painter.drawImage(QRectF(left, head + 4 - LogoHeight, wide, LogoHeight), m_logo);
        left += wide + 10;
    } else if (m_vectorLogo) {
        const QSizeF own = m_vectorLogo->defaultSize();
        const double wide = own.height() > 0 ? LogoHeight * own.width() / own.height() : LogoHeight;
        m_vectorLogo->render(&painter, QRectF(left, head + 4 - LogoHeight, wide, LogoHeight));
        left += wide + 10;
    }
    const double middle = m_area.left() + width / 2;
    drawLine(canvas, m_document.head, {11, QFont::DemiBold, m_style.text}, m_style, {left, head}, middle - left);
    TextStyle right{11, QFont::Normal, m_style.muted};
    right.alignment = Qt::AlignRight;
    const std::string desk = m_document.desk.empty() ? std::string() : m_document.desk + " · ";
    drawLine(canvas, desk + m_document.made, right, m_style, {middle, head}, width / 2);
    painter.fillRect(QRectF(m_area.left(), 70, width, 2), m_style.text);

    const double foot = m_page.height() - 28;
    painter.fillRect(QRectF(m_area.left(), foot - 18, width, 1), m_style.line);
    const std::string notes
        = m_document.engine.empty() ? m_document.notice : m_document.notice + " " + m_document.engine;
    drawLine(canvas, notes, {9.5, QFont::Normal, m_style.muted}, m_style, {m_area.left(), foot}, width - 70);
    right.pixels = 9.5;
    drawLine(canvas, std::to_string(page + 1) + " / " + std::to_string(count()), right, m_style,
        {m_area.right() - 64, foot}, 64);
}

} // namespace brief
