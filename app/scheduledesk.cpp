// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "scheduledesk.h"

#include "briefwriter.h"

#include <base/files.h>
#include <base/strings.h>
#include <brief/briefbuilder.h>
#include <store/database.h>
#include <store/storefile.h>

#include <QDateTime>
#include <QDir>

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr auto PatientFor = std::chrono::minutes(15);
constexpr std::uintmax_t MostKept = 1 << 20; // bytes

std::filesystem::path folderOf(const std::string& text)
{
    if (text == "~" || text.starts_with("~/"))
        return std::filesystem::path(QDir::homePath().toStdString()) / text.substr(std::min<std::size_t>(2, text.size()));
    return text;
}

std::filesystem::path sidecarOf(const std::filesystem::path& file)
{
    return std::filesystem::path(file).replace_extension(".json");
}

std::string timeText(const desk::BriefSchedule& schedule)
{
    const std::string text = desk::scheduleText(schedule);
    return text.substr(0, text.find(';'));
}

struct Written {
    std::filesystem::path file;
    int pages = 0;
};

base::Result<Written> write(const Context& context, const Settings& settings, const desk::BriefSchedule& schedule,
    const std::string& former, const PackSource& pack, const desk::WallTime& now)
{
    BriefRequest request;
    request.kind = schedule.kind == desk::ScheduledKind::Decisions ? brief::Kind::Decisions : brief::Kind::Desk;
    request.query = schedule.query;
    const BriefSettings house = briefSettings(settings);
    request.paper = paperOf(house.paper);
    std::error_code code;
    if (schedule.kind == desk::ScheduledKind::Changes && !former.empty() && std::filesystem::exists(former, code)) {
        if (const base::Outcome counted = countFrom(request, former); !counted)
            return counted.error();
        request.query = schedule.query;
    }
    base::Result<brief::House> named = houseOf(house, context.options.dataDir);
    if (!named)
        return named.error();
    request.house = std::move(named).value();
    const base::Result<std::unique_ptr<store::Database>> database = store::Database::openForReading(context.storePath());
    if (!database)
        return database.error();
    base::Result<brief::BriefInput> input = readBriefInput(**database, request, now.at, pack);
    if (!input)
        return input.error();
    const std::filesystem::path folder = folderOf(schedule.folder);
    std::filesystem::create_directories(folder, code); // the failure shows when the file is written
    // Named by the clock on the wall, as the schedule is.
    const std::string minute = std::to_string(10000 + 100 * (now.minute / 60) + now.minute % 60).substr(1);
    std::string name = schedule.name;
    base::replaceAll(name, "{date}", now.date);
    base::replaceAll(name, "{time}", minute);
    const std::filesystem::path file = briefPath(folder, name, *input, brief::build(*input).title);
    if (store::isOfStore(context.storePath(), file))
        return base::Error{base::ErrorCode::InvalidInput, "is Leadline's own store; it was left as it is", file.string()};
    const base::Result<int> pages = writeBrief(std::move(input).value(), file);
    if (!pages)
        return pages.error();
    return Written{file, *pages};
}

} // namespace

desk::WallTime wallTime()
{
    const QDateTime now = QDateTime::currentDateTime();
    return {now.date().toString(QStringLiteral("yyyy-MM-dd")).toStdString(), now.date().dayOfWeek() - 1,
        60 * now.time().hour() + now.time().minute(), currentInstant()};
}

ScheduleDesk::ScheduleDesk(const Context& context, Clock clock, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_clock(std::move(clock))
    , m_settings(context.settings)
{
    m_pool.setMaxThreadCount(1);
    if (auto schedules = desk::parseSchedules(m_settings.briefSchedule))
        m_schedules = std::move(schedules).value();
}

ScheduleDesk::~ScheduleDesk() { m_pool.waitForDone(); }

void ScheduleDesk::useSettings(const Settings& settings)
{
    m_settings = settings;
    base::Result<std::vector<desk::BriefSchedule>> schedules = desk::parseSchedules(settings.briefSchedule);
    if (!schedules)
        return; // the table refuses such a text
    const desk::WallTime now = m_clock();
    for (const desk::BriefSchedule& schedule : *schedules) {
        const bool known = std::find(m_schedules.begin(), m_schedules.end(), schedule) != m_schedules.end();
        const std::string key = desk::scheduleText(schedule);
        if (!known && desk::isOver(schedule, now)) {
            desk::ScheduleRun passed = m_runs[key];
            passed.date = now.date;
            passed.at = now.at;
            m_runs[key] = passed;
        }
    }
    m_schedules = std::move(schedules).value();
    keep();
}

void ScheduleDesk::start()
{
    // A small file of a line for each schedule, before anything is under way.
    m_pool.start([this, file = m_context.options.dataDir / "schedules.json"] {
        std::map<std::string, desk::ScheduleRun> runs;
        const base::Result<std::string> text = base::readFile(file, MostKept);
        const nlohmann::json kept = nlohmann::json::parse(text ? *text : std::string(), nullptr, false);
        if (kept.is_object()) {
            for (const auto& [key, run] : kept.items()) {
                if (run.is_object() && run.contains("date") && run["date"].is_string() && run.contains("at")
                    && run["at"].is_number_integer())
                    runs[key] = {run["date"].get<std::string>(), base::fromUnix(run["at"].get<std::int64_t>()),
                        run.contains("brief") && run["brief"].is_string() ? run["brief"].get<std::string>() : std::string()};
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, runs] {
                m_runs.insert(runs.begin(), runs.end()); // what was passed over meanwhile stays
                m_started = true;
            },
            Qt::QueuedConnection);
    });
}

void ScheduleDesk::tick(bool busy)
{
    if (!m_started || m_underWay > 0 || m_schedules.empty())
        return;
    const desk::WallTime now = m_clock();
    if (!busy)
        m_busySince.reset();
    else if (!m_busySince || *m_busySince > now.at)
        m_busySince = now.at;
    if (m_busySince && now.at - *m_busySince < PatientFor)
        return;
    for (const desk::BriefSchedule& schedule : m_schedules) {
        const auto last = m_runs.find(desk::scheduleText(schedule));
        if (desk::isDue(schedule, last == m_runs.end() ? std::nullopt : std::optional(last->second), now))
            make(schedule, now);
    }
    if (m_underWay == 0)
        Q_EMIT idle();
}

void ScheduleDesk::make(const desk::BriefSchedule& schedule, const desk::WallTime& at)
{
    ++m_underWay;
    const std::string key = desk::scheduleText(schedule);
    const auto last = m_runs.find(key);
    const std::string former = last == m_runs.end() ? std::string() : last->second.sidecar;
    m_pool.start([this, schedule, at, key, former, settings = m_settings, pack = m_pack] {
        const base::Result<Written> written = write(m_context, settings, schedule, former,
            [this, &pack]() -> base::Result<std::shared_ptr<const engine::Pack>> {
                return pack ? base::Result<std::shared_ptr<const engine::Pack>>(pack) : enginePack(m_context);
            },
            at);
        desk::ScheduleRun run{at.date, at.at, written ? sidecarOf(written->file).string() : former};
        QMetaObject::invokeMethod(
            this,
            [this, key, run, schedule, written] {
                const QString time = QString::fromStdString(timeText(schedule));
                if (written) {
                    const QString path = QString::fromStdString(written->file.string());
                    m_context.log->info("scheduled brief ({}) written: {}", timeText(schedule), written->file.string());
                    Q_EMIT said(tr("The brief of %1 is written: %2").arg(time, path));
                    Q_EMIT made(path);
                } else {
                    m_context.log->warn("scheduled brief ({}) not written: {}", timeText(schedule), written.error().text());
                    Q_EMIT said(tr("The brief of %1 could not be written: %2. It is not tried again today.")
                                    .arg(time, QString::fromStdString(written.error().text())));
                }
                done(key, run);
            },
            Qt::QueuedConnection);
    });
}

void ScheduleDesk::done(const std::string& key, desk::ScheduleRun run)
{
    m_runs[key] = std::move(run);
    keep();
    if (--m_underWay == 0)
        Q_EMIT idle();
}

// Of the schedules that stand; the others are forgotten.
void ScheduleDesk::keep()
{
    if (!m_started)
        return; // it would forget what was made before
    nlohmann::json kept = nlohmann::json::object();
    for (const desk::BriefSchedule& schedule : m_schedules) {
        const auto run = m_runs.find(desk::scheduleText(schedule));
        if (run != m_runs.end())
            kept[run->first] = {{"date", run->second.date}, {"at", static_cast<std::int64_t>(base::toUnix(run->second.at))},
                {"brief", run->second.sidecar}};
    }
    m_pool.start([this, file = m_context.options.dataDir / "schedules.json", text = kept.dump(1) + '\n'] {
        if (const base::Outcome written = base::writeFile(file, text); !written)
            m_context.log->warn("what was made when is not kept: {}", written.error().text());
    });
}

} // namespace app
