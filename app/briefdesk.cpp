// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefdesk.h"

#include "briefwriter.h"

#include <brief/briefbuilder.h>
#include <brief/briefhtml.h>
#include <brief/brieftext.h>
#include <brief/pages.h>
#include <store/storefile.h>

#include <QPainter>
#include <QPrinter>

#include <filesystem>
#include <utility>

namespace app {

// What is made from one request. The pages point into the document and the style.
struct BriefDesk::Work {
    int generation = 0;
    brief::BriefInput input;
    brief::BriefDocument document;
    brief::BriefStyle style;
    std::unique_ptr<brief::Pages> pages;
};

BriefDesk::BriefDesk(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_settings(briefSettings(context.settings))
    , m_work(std::make_shared<Work>())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

BriefDesk::~BriefDesk()
{
    m_generation = -1;
    m_pool.waitForDone();
}

// Runs in the thread, on what was prepared; not when something else was asked for meanwhile.
template <class Run> void BriefDesk::inThread(int generation, Run run)
{
    m_pool.start([this, generation, work = m_work, run = std::move(run)] {
        if (work->generation == generation && work->pages)
            run(*work);
    });
}

void BriefDesk::prepare(BriefRequest request, const QString& since, int generation)
{
    m_generation = generation;
    m_pool.start([this, generation, request = std::move(request), since, pack = m_pack, settings = m_settings,
                     work = m_work]() mutable {
        if (m_generation != generation)
            return;
        const auto fail = [this, generation](const base::Error& error) {
            Q_EMIT failed(generation, QString::fromStdString(error.text()));
        };
        work->pages.reset();
        work->generation = generation;
        if (!since.isEmpty()) {
            if (const base::Outcome counted = countFrom(request, since.toStdString()); !counted)
                return fail(counted.error());
        }
        base::Result<brief::House> house = houseOf(settings, m_context.options.dataDir);
        if (!house)
            return fail(house.error());
        request.house = std::move(house).value();
        base::Result<std::unique_ptr<store::Database>> database
            = store::Database::openForReading(m_context.storePath());
        if (!database)
            return fail(database.error());
        base::Result<brief::BriefInput> input = readBriefInput(**database, request, currentInstant(),
            [&pack]() -> base::Result<std::shared_ptr<const engine::Pack>> {
                if (!pack)
                    return base::Error{base::ErrorCode::NotFound, "the engine's data are still being read", {}};
                return pack;
            });
        if (!input)
            return fail(input.error());
        const base::Result<brief::BriefStyle> style = printStyle();
        if (!style)
            return fail(style.error());
        work->input = std::move(input).value();
        work->document = brief::build(work->input);
        work->style = *style;
        work->pages = std::make_unique<brief::Pages>(work->document, work->input.paper, work->style);
        if (!work->pages->layOut([this, generation] { return m_generation == generation; })) {
            work->pages.reset();
            return;
        }
        Q_EMIT prepared(generation, work->pages->count(), work->pages->size(),
            QString::fromStdString(work->document.title));
    });
}

void BriefDesk::draw(int generation, int page, int width, bool large)
{
    inThread(generation, [this, generation, page, width, large](Work& work) {
        if (m_generation != generation || page < 0 || page >= work.pages->count())
            return;
        const double scale = width / work.pages->size().width();
        QImage image((work.pages->size() * scale).toSize(), QImage::Format_RGB32);
        image.fill(work.style.paper);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        brief::Canvas canvas{painter};
        work.pages->draw(page, canvas);
        painter.end();
        Q_EMIT drawn(generation, page, large, image);
    });
}

void BriefDesk::write(int generation, const QString& path)
{
    m_stop = false;
    inThread(generation, [this, path](Work& work) {
        const std::filesystem::path file = path.toStdString();
        if (store::isOfStore(m_context.storePath(), file))
            return Q_EMIT finished(tr("%1 is Leadline's own store; it was left as it is.").arg(path));
        const base::Result<int> pages
            = writeBrief(work.input, file, Sidecar::Write, [this](int done, int all) {
                  Q_EMIT progressed(done, all);
                  return !m_stop;
              });
        if (pages)
            Q_EMIT finished(tr("Brief written: %1").arg(path));
        else if (pages.error().code == base::ErrorCode::Cancelled)
            Q_EMIT finished(tr("Cancelled: nothing was written."));
        else
            Q_EMIT finished(tr("Not written: %1").arg(QString::fromStdString(pages.error().text())));
    });
}

void BriefDesk::print(int generation, const std::shared_ptr<QPrinter>& printer)
{
    m_stop = false;
    inThread(generation, [this, printer](Work& work) {
        QPainter painter;
        if (!painter.begin(printer.get()))
            return Q_EMIT finished(tr("The printer does not answer."));
        const int from = printer->fromPage() > 0 ? printer->fromPage() - 1 : 0;
        const int to = printer->toPage() > 0 ? std::min(printer->toPage(), work.pages->count())
                                             : work.pages->count();
        // The brief keeps its size and margins whatever the printer's paper.
        const double scale = std::min(printer->paperRect(QPrinter::DevicePixel).width() / work.pages->size().width(),
            printer->paperRect(QPrinter::DevicePixel).height() / work.pages->size().height());
        for (int page = from; page < to; ++page) {
            Q_EMIT progressed(page - from, to - from);
            if (m_stop) {
                printer->abort();
                painter.end();
                return Q_EMIT finished(tr("Printing was cancelled."));
            }
            if (page > from)
                printer->newPage();
            painter.save();
            painter.scale(scale, scale);
            brief::Canvas canvas{painter};
            work.pages->draw(page, canvas);
            painter.restore();
        }
        painter.end();
        Q_EMIT finished(to - from == 1 ? tr("One page sent to the printer.") : tr("%1 pages sent to the printer.").arg(to - from));
    });
}

void BriefDesk::copy(int generation)
{
    inThread(generation, [this](Work& work) {
        Q_EMIT copied(QString::fromStdString(brief::richText(work.document)),
            QString::fromStdString(brief::writeText(work.document)));
    });
}

void BriefDesk::cancel() { m_stop = true; }

} // namespace app
