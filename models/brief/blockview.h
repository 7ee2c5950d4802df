// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <brief/briefstyle.h>
#include <brief/textset.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace brief {

// A strip of a block that is never parted: a line of a paragraph, a row of a table.
struct Piece {
    double height = 0;
    double before = 0; // empty space above, but not at the top of a page
    bool keepNext = false; // stands on the page of what follows
};

struct ContentsEntry {
    int level = 1;
    std::string text;
    std::string anchor;
};

struct ViewSetting {
    const BriefStyle& style;
    double width; // CSS pixels
    const std::vector<ContentsEntry>* contents; // of the document
    std::function<int(const std::string& anchor)> pageOf; // from 1; 0 while it is not known
};

// How one block is set. A block comes in units (a paragraph is one, a table has one for each row), each of
// pieces. Units are set when they are asked for, so that a table of any length takes little memory and time.
class BlockView {
public:
    virtual ~BlockView() = default;

    virtual int units() const { return 1; }
    virtual std::vector<Piece> pieces(int unit) = 0;
    // Draws a piece with its top left corner at this point.
    virtual void draw(Canvas& canvas, int unit, int piece, QPointF at) = 0;
    // Whether unit 0 is a head that is repeated where the block goes on over a page's end.
    virtual bool hasHead() const { return false; }
    // Anchors that lie at this unit.
    virtual std::vector<std::string> anchors(int) const { return {}; }
};

// Null for a page break. The block and the setting outlive the view.
std::unique_ptr<BlockView> viewOf(const Block& block, const ViewSetting& setting);
// Gauges, heat maps and charts; null for other blocks.
std::unique_ptr<BlockView> figureViewOf(const Block& block, const ViewSetting& setting);

namespace size {
inline constexpr double Body = 12;
inline constexpr double BodyLine = 18.7;
inline constexpr double Small = 11;
inline constexpr double SmallLine = 16;
inline constexpr double Fine = 10;
inline constexpr double FineLine = 14.5;
} // namespace size

} // namespace brief
