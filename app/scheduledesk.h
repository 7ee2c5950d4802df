// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/briefing.h>
#include <app/context.h>
#include <desk/briefschedule.h>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

// What the clock on the wall of this machine says.
desk::WallTime wallTime();

// Writes briefs by themselves at their times, while the window is open (desk/briefschedule.h). One after the
// other in a thread and over a connection of its own, by the writer of all briefs; nothing that stands in a
// folder is replaced. What was made when is kept in schedules.json of the data folder, whatever came of it: a
// brief that failed is said and not tried again the same day. Lives in the window's thread.
class ScheduleDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleDesk)

public:
    using Clock = std::function<desk::WallTime()>;
    explicit ScheduleDesk(const Context& context, Clock clock = wallTime, QObject* parent = nullptr);
    ~ScheduleDesk() override; // what is being written is finished

    void usePack(std::shared_ptr<const engine::Pack> pack) { m_pack = std::move(pack); }
    // Of a schedule that is new here nothing is made before its next time.
    void useSettings(const Settings& settings);
    void start(); // reads what was made before

public Q_SLOTS:
    // Makes what is due. While articles are still being read or analysed it waits for them, for some minutes.
    void tick(bool busy = false);

Q_SIGNALS:
    void made(const QString& path);
    void said(const QString& message); // where it is, or why it could not be written
    void idle(); // nothing of this tick is under way any more

private:
    void make(const desk::BriefSchedule& schedule, const desk::WallTime& at);
    void done(const std::string& key, desk::ScheduleRun run);
    void keep();

    const Context& m_context;
    Clock m_clock;
    Settings m_settings;
    std::shared_ptr<const engine::Pack> m_pack;
    std::vector<desk::BriefSchedule> m_schedules;
    std::map<std::string, desk::ScheduleRun> m_runs; // by the schedule's text
    std::optional<base::Instant> m_busySince;
    int m_underWay = 0;
    bool m_started = false;
    QThreadPool m_pool;
};

} // namespace app
