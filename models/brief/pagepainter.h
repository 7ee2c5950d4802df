// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefpdf.h>

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QTextLayout>

#include <functional>
#include <vector>

namespace brief {

// A run of text in one look.
struct Run {
    QString text;
    QFont font;
    QColor color;
    bool raised = false; // a superscript
    QColor background = {};
};

// Places blocks down a page and turns it when the next one does not fit. Lengths are CSS pixels, 96 to the
// inch, whatever the writer's resolution.
class PagePainter final {
    Q_DISABLE_COPY_MOVE(PagePainter)

public:
    PagePainter(
        QPdfWriter& writer, const BriefStyle& style, std::function<void(PagePainter&, int page)> frame);

    QPainter& painter() { return m_painter; }
    const BriefStyle& style() const { return m_style; }
    // The area between header and footer.
    QRectF area() const { return m_area; }
    QSizeF page() const { return m_page; }
    double y() const { return m_y; }
    void skip(double height) { m_y += height; }
    // A new page when less than `height` is left on this one.
    void need(double height);
    int pages() const { return m_pages; }

    static QFont font(double pixels, int weight = QFont::Normal);

    // Flowing text over the whole width, broken over pages between lines.
    void paragraph(const std::vector<Run>& runs, double lineHeight);
    // Text in a box of this width at a place; returns its height. Draws nothing when `draw` is false.
    double boxed(const std::vector<Run>& runs, QPointF at, double width, double lineHeight, bool draw);
    // One line, elided at the end to this width; returns the width it took.
    double line(const Run& run, QPointF baseline, double width, Qt::Alignment alignment = Qt::AlignLeft);

private:
    void layOut(QTextLayout& layout, const std::vector<Run>& runs, double width) const;
    void turn();

    QPdfWriter& m_writer;
    const BriefStyle& m_style;
    std::function<void(PagePainter&, int)> m_frame;
    QPainter m_painter;
    QSizeF m_page;
    QRectF m_area;
    double m_y = 0;
    int m_pages = 1;
};

} // namespace brief
