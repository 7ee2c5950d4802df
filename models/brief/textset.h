// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <brief/briefstyle.h>

#include <QFont>
#include <QPainter>
#include <QTextLayout>

#include <string>
#include <vector>

// Text set for a page. Lengths outside are CSS pixels, 96 to the inch; inside, text is set on a grid of 1200
// to the inch in fonts of whole grid units, so that it comes out the same on every screen and paper.
namespace brief {

struct LinkArea {
    QRectF area; // CSS pixels on the page
    std::string target;
};

// Where a page is drawn: its painter is scaled to CSS pixels.
struct Canvas {
    QPainter& painter;
    std::vector<LinkArea>* links = nullptr; // filled where they are wanted
};

struct TextStyle {
    double pixels = 12;
    QFont::Weight weight = QFont::Normal;
    QColor color;
    double lineHeight = 18.7;
    Qt::Alignment alignment = Qt::AlignLeft;
    double spacing = 0; // between letters, added
};

class SetText final {
    Q_DISABLE_COPY_MOVE(SetText)

public:
    SetText(const Line& line, const TextStyle& text, const BriefStyle& style, double width);

    int lines() const { return m_layout.lineCount(); }
    double height() const { return lines() * m_lineHeight; }
    double lineHeight() const { return m_lineHeight; }
    double naturalWidth() const; // of the longest line
    // Lines from `from` up to `to`, the first of them at this point.
    void draw(Canvas& canvas, QPointF at, int from, int to) const;
    void draw(Canvas& canvas, QPointF at) const { draw(canvas, at, 0, lines()); }

private:
    struct Link {
        int from;
        int to;
        std::string target;
    };
    double m_lineHeight;
    std::vector<Link> m_links;
    QTextLayout m_layout;
};

// One line that ends in an ellipsis where it does not fit; its baseline stands at `at`.
void drawLine(Canvas& canvas, const std::string& words, const TextStyle& text, const BriefStyle& style,
    QPointF at, double width);
double lineWidth(const std::string& words, const TextStyle& text);

} // namespace brief
