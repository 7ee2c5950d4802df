// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/briefing.h>
#include <app/context.h>

#include <QImage>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <memory>

class QPrinter;

namespace app {

// Makes briefs for the window in a thread and over a connection of its own: what is asked for is read and laid
// out once; its pages are drawn one by one as they are looked at, written, printed or copied. The thread stays,
// and with it the fonts it loaded.
class BriefDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BriefDesk)

public:
    explicit BriefDesk(const Context& context, QObject* parent = nullptr);
    ~BriefDesk() override; // what is being written is finished

    void usePack(std::shared_ptr<const engine::Pack> pack) { m_pack = std::move(pack); } // of contradictions
    void useSettings(const Settings& settings) { m_settings = briefSettings(settings); }
    // Ends what an earlier one is at. since: a sidecar, of what changed since then.
    void prepare(BriefRequest request, const QString& since, int generation);
    void draw(int generation, int page, int width, bool large);
    void write(int generation, const QString& path);
    void print(int generation, const std::shared_ptr<QPrinter>& printer);
    void copy(int generation);
    void cancel(); // what is being written or printed

Q_SIGNALS:
    void prepared(int generation, int pages, const QSizeF& size, const QString& title);
    void failed(int generation, const QString& reason);
    void drawn(int generation, int page, bool large, const QImage& image);
    void progressed(int done, int pages);
    void finished(const QString& message); // written, printed, or why not
    void copied(const QString& html, const QString& text);

private:
    struct Work;
    template <class Run> void inThread(int generation, Run run);

    const Context& m_context;
    BriefSettings m_settings;
    std::shared_ptr<const engine::Pack> m_pack;
    std::shared_ptr<Work> m_work; // touched by the thread alone
    std::atomic<int> m_generation = 0;
    std::atomic<bool> m_stop = false;
    QThreadPool m_pool;
};

} // namespace app
