// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefpdf.h"

#include "pages.h"
#include "pdffinish.h"

#include <base/modules.h>

#include <QBuffer>
#include <QPdfWriter>

#include <future>

namespace brief {

namespace {

constexpr int Resolution = 1200;

base::Error cancelled(const BriefDocument& document)
{
    return {base::ErrorCode::Cancelled, "was cancelled", document.title};
}

} // namespace

base::Result<Pdf> writePdf(
    const BriefDocument& document, Paper paper, const BriefStyle& style, const Progress& progress)
{
    Pages pages(document, paper, style);
    if (!pages.layOut([&progress] { return !progress || progress(0, 0); }))
        return cancelled(document);
    return writePdf(document, pages, progress);
}

base::Result<Pdf> writePdf(const BriefDocument& document, Pages& pages, const Progress& progress)
{
    // Loaded while the pages are drawn.
    std::future loaded = std::async(std::launch::async,
        [] { return base::moduleFunctionAs<FinishPdf>("pdffinish", "leadlineFinishPdf"); });
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    std::vector<std::vector<LinkArea>> links(static_cast<std::size_t>(pages.count()));
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(Resolution);
        const QSizeF points = pages.size() * 0.75;
        writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::FuzzyMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        QPainter painter(&writer);
        const double scale = Resolution / 96.0;
        painter.scale(scale, scale);
        for (int page = 0; page < pages.count(); ++page) {
            if (progress && !progress(page, pages.count())) {
                painter.end();
                return cancelled(document);
            }
            if (page > 0)
                writer.newPage();
            Canvas canvas{painter, &links[static_cast<std::size_t>(page)]};
            pages.draw(page, canvas);
        }
    }
    if (!bytes.startsWith("%PDF-"))
        return base::Error{base::ErrorCode::Internal, "the pages could not be drawn", document.title};
    const auto finish = loaded.get();
    if (!finish)
        return finish.error();
    base::Result<std::string> finished = std::string();
    (*finish)(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), document, pages,
        links, finished);
    if (!finished)
        return finished.error();
    return Pdf{std::move(finished).value(), pages.count()};
}

} // namespace brief
