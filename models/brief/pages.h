// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/blockview.h>
#include <brief/briefdocument.h>
#include <brief/briefinput.h>
#include <brief/briefstyle.h>

#include <QImage>
#include <QSizeF>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

class QSvgRenderer;

namespace brief {

// Where something stands: a page, from 0, and how far down it, in CSS pixels.
struct Place {
    int page = 0;
    double y = 0;
};

struct OutlineEntry {
    int level = 1;
    std::string text;
    Place place;
};

// A document laid out on paper: which piece of which block stands where. Pages can be drawn in any order and
// to any painter; they are set again when they are drawn, so that a thousand pages take little memory. Needs
// a QGuiApplication; used by one thread at a time.
class Pages final {
    Q_DISABLE_COPY_MOVE(Pages)

public:
    // The document and the style outlive this.
    Pages(const BriefDocument& document, Paper paper, const BriefStyle& style);
    ~Pages();

    // False when `goOn`, asked for each block, said no: there are no pages then.
    bool layOut(const std::function<bool()>& goOn = {});
    int count() const { return static_cast<int>(m_ends.size()); }
    QSizeF size() const { return m_page; } // CSS pixels
    // The painter is scaled to CSS pixels, with the page's corner in its origin.
    void draw(int page, Canvas& canvas);

    const std::unordered_map<std::string, Place>& anchors() const { return m_anchors; }
    const std::vector<OutlineEntry>& outline() const { return m_outline; }

private:
    struct Placed {
        int block;
        int unit;
        int piece;
        float y;
    };
    struct Waiting {
        Placed placed;
        Piece piece;
    };

    void loadLogo();
    BlockView* view(int block);
    void place(std::vector<Waiting>& chain);
    void put(const Waiting& waiting);
    void turn();
    void frame(Canvas& canvas, int page) const;

    const BriefDocument& m_document;
    const BriefStyle& m_style;
    QSizeF m_page;
    QRectF m_area; // between head and foot
    QImage m_logo;
    std::unique_ptr<QSvgRenderer> m_vectorLogo;
    std::vector<ContentsEntry> m_contents;
    ViewSetting m_setting;
    std::vector<Placed> m_placed;
    std::vector<std::size_t> m_ends; // of each page, in m_placed
    std::unordered_map<std::string, Place> m_anchors;
    std::vector<OutlineEntry> m_outline;
    double m_y = 0;
    std::unique_ptr<BlockView> m_view; // of m_viewed
    int m_viewed = -1;
};

} // namespace brief
