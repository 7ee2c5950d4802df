// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "linkwalk.h"

#include <QTextBlock>
#include <QTextBrowser>

#include <utility>
#include <vector>

namespace ui {

namespace {

struct Link {
    QString address;
    int begin = 0;
    int end = 0;
};

// Parts of a link in other letters belong together; the same address further on is another link.
std::vector<Link> linksOf(const QTextDocument& document, const QString& scheme)
{
    std::vector<Link> links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QString address = fragment.charFormat().anchorHref();
            if (!address.startsWith(scheme))
                continue;
            const int end = fragment.position() + fragment.length();
            if (!links.empty() && links.back().address == address && links.back().end == fragment.position())
                links.back().end = end;
            else
                links.push_back({address, fragment.position(), end});
        }
    }
    return links;
}

} // namespace

LinkWalk::LinkWalk(const Theme& theme, QTextBrowser& view, QString scheme)
    : m_theme(theme)
    , m_view(view)
    , m_scheme(std::move(scheme))
{
}

void LinkWalk::reset()
{
    m_at = -1;
    m_current.clear();
    m_view.setExtraSelections({});
}

QString LinkWalk::step(int by)
{
    const std::vector<Link> links = linksOf(*m_view.document(), m_scheme);
    if (links.empty()) {
        reset();
        return m_current;
    }
    const auto count = static_cast<int>(links.size());
    m_at = m_at < 0 ? (by > 0 ? 0 : count - 1) : (m_at + by + count) % count;
    const Link& link = links[static_cast<std::size_t>(m_at)];
    m_current = link.address;
    m_end = link.end;
    QTextEdit::ExtraSelection tint;
    tint.cursor = QTextCursor(m_view.document());
    tint.cursor.setPosition(link.begin);
    tint.cursor.setPosition(link.end, QTextCursor::KeepAnchor);
    tint.format.setBackground(m_theme.colour(Role::Mark));
    tint.format.setForeground(m_theme.colour(Role::MarkText));
    m_view.setExtraSelections({tint});
    QTextCursor cursor(m_view.document());
    cursor.setPosition(link.begin);
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
    return m_current;
}

QPoint LinkWalk::place() const
{
    QTextCursor cursor(m_view.document());
    cursor.setPosition(std::min(m_end, m_view.document()->characterCount() - 1));
    return m_view.cursorRect(cursor).bottomLeft();
}

} // namespace ui
