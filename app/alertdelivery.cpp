// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertdelivery.h"

#include "context.h"

#include <store/alertrules.h>
#include <store/alertstore.h>

#include <QProcess>

#include <algorithm>

namespace app {

namespace {

constexpr int AgainMs = 60000;
constexpr int CommandMs = 60000; // a command that runs longer is ended
constexpr std::size_t MostSingle = 3; // more at once become one digest
constexpr int ListedInDigest = 5;
constexpr qsizetype SaidBytes = 300; // of what a command says, in the log

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString classText(desk::AlertClass level)
{
    switch (level) {
    case desk::AlertClass::Info:
        return AlertDelivery::tr("Info");
    case desk::AlertClass::High:
        return AlertDelivery::tr("High");
    case desk::AlertClass::Critical:
        return AlertDelivery::tr("Critical");
    }
    return {};
}

Notification single(const desk::Firing& firing, bool sound)
{
    Notification notification;
    notification.firings = {firing.id};
    notification.level = firing.level;
    notification.sound = sound;
    notification.title = classText(firing.level) + QStringLiteral(": ") + utf8(firing.ruleName);
    notification.text = utf8(firing.title);
    if (!firing.source.empty())
        notification.text += QStringLiteral(" (") + utf8(firing.source) + QLatin1Char(')');
    if (!firing.reason.empty())
        notification.text += QLatin1Char('\n') + utf8(firing.reason);
    return notification;
}

} // namespace

AlertDelivery::AlertDelivery(DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
    , m_notifier(this)
    , m_again(this)
{
    m_again.setInterval(AgainMs);
    connect(&m_again, &QTimer::timeout, this, &AlertDelivery::wake);
    m_again.start();
}

AlertDelivery::~AlertDelivery()
{
    const QList<QProcess*> running = findChildren<QProcess*>();
    for (QProcess* process : running) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1000);
    }
    m_writer.drain();
}

void AlertDelivery::wake()
{
    m_wake = true;
    if (!m_busy)
        read();
}

void AlertDelivery::read()
{
    m_busy = true;
    m_wake = false;
    m_writer.run(
        [now = currentInstant()](store::Database& database) -> base::Result<std::vector<Waiting>> {
            base::Result<std::vector<desk::Firing>> firings = store::readWaiting(database);
            if (!firings)
                return firings.error();
            std::vector<Waiting> waiting;
            for (desk::Firing& firing : *firings) {
                // As the rule is now; of one that is gone as it stood when it fired.
                base::Result<desk::AlertRule> rule = store::findRule(database, std::to_string(firing.rule), now);
                if (!rule)
                    rule = desk::parseRule(firing.ruleText, now);
                Waiting one{std::move(firing), rule ? std::move(rule).value() : desk::AlertRule(), false, false};
                if (!one.rule.command.empty()) {
                    const base::Result<bool> before = store::wasDelivered(database, one.firing.id, "command");
                    one.commanded = !before || *before;
                }
                if (one.rule.sound) {
                    const base::Result<bool> before = store::wasDelivered(database, one.firing.id, "sound");
                    one.rung = !before || *before;
                }
                if (!desk::isQuiet(one.rule, one.firing.level, now))
                    waiting.push_back(std::move(one));
            }
            return waiting;
        },
        this,
        [this](base::Result<std::vector<Waiting>> waiting) {
            if (waiting)
                deliver(*waiting);
            else
                Q_EMIT failed(utf8(waiting.error().text()));
            ++m_pending;
            oneDone();
        });
}

void AlertDelivery::deliver(const std::vector<Waiting>& waiting)
{
    std::vector<const Waiting*> shown;
    QList<qint64> listed;
    Notification sounded; // heard and seen in the list, no more
    for (const Waiting& one : waiting) {
        if (!one.rule.command.empty() && !one.commanded && !m_commanded.contains(one.firing.id))
            runCommand(one);
        if (one.rule.desktop)
            shown.push_back(&one);
        else
            listed << one.firing.id;
        if (one.rule.sound && !one.rule.desktop && !one.rung) {
            sounded.level = sounded.firings.isEmpty() ? one.firing.level : std::max(sounded.level, one.firing.level);
            sounded.firings << one.firing.id;
            sounded.title = utf8(one.firing.ruleName);
        }
    }
    for (const qint64 id : listed)
        record({id}, QStringLiteral("list"), true, true, {}, {});
    if (!sounded.firings.isEmpty())
        ring(sounded);
    // Critical ones are told of one by one, the others together when there are many.
    std::vector<const Waiting*> others;
    for (const Waiting* one : shown) {
        if (one->firing.level == desk::AlertClass::Critical && shown.size() <= 2 * MostSingle)
            tell(single(one->firing, one->rule.sound), QStringLiteral("desktop"), one->rung);
        else
            others.push_back(one);
    }
    if (others.size() <= MostSingle) {
        for (const Waiting* one : others)
            tell(single(one->firing, one->rule.sound), QStringLiteral("desktop"), one->rung);
        return;
    }
    Notification digest;
    digest.level = desk::AlertClass::Info;
    digest.sound = false;
    bool rung = true; // each of those that sound
    QStringList lines;
    for (const Waiting* one : others) {
        digest.firings << one->firing.id;
        digest.level = std::max(digest.level, one->firing.level);
        digest.sound = digest.sound || one->rule.sound;
        rung = rung && (one->rung || !one->rule.sound);
        if (lines.size() < ListedInDigest)
            lines << utf8(one->firing.ruleName) + QStringLiteral(": ") + utf8(one->firing.title);
    }
    digest.title = tr("%n alert(s)", nullptr, static_cast<int>(others.size()));
    if (others.size() > static_cast<std::size_t>(ListedInDigest))
        lines << tr("and %n more", nullptr, static_cast<int>(others.size()) - ListedInDigest);
    digest.text = lines.join(QLatin1Char('\n'));
    tell(digest, QStringLiteral("digest"), rung);
}

void AlertDelivery::tell(const Notification& notification, const QString& channel, bool rung)
{
    ++m_pending;
    m_notifier.notify(notification, [this, notification, channel, rung](const std::optional<QString>& problem) {
        const bool known = std::all_of(notification.firings.begin(), notification.firings.end(),
            [this](qint64 firing) { return m_refused.contains(firing); });
        if (!problem) {
            record(notification.firings, channel, true, true, notification.title, {});
        } else if (m_fallback && m_fallback(notification)) {
            record(notification.firings, QStringLiteral("tray"), true, true, notification.title, *problem);
        } else if (!known) {
            // Once: it is tried again each minute.
            m_refused << notification.firings;
            record(notification.firings, channel, false, false, notification.title,
                tr("%1; it waits in the list").arg(*problem));
        }
        if (problem && notification.sound && !rung && !known)
            ring(notification);
        oneDone();
    });
}

void AlertDelivery::ring(const Notification& notification)
{
    // Of each by itself: what is asked later is whether this one was heard.
    record(notification.firings, QStringLiteral("sound"), true, false, notification.title, {});
    Q_EMIT rang(notification.level);
}

void AlertDelivery::runCommand(const Waiting& waiting)
{
    const desk::Firing& firing = waiting.firing;
    m_commanded << firing.id;
    const QHash<QString, QString> values{{QStringLiteral("{title}"), utf8(firing.title)},
        {QStringLiteral("{url}"), utf8(firing.url)}, {QStringLiteral("{source}"), utf8(firing.source)},
        {QStringLiteral("{class}"), utf8(std::string(desk::className(firing.level)))},
        {QStringLiteral("{rule}"), utf8(firing.ruleName)},
        {QStringLiteral("{article}"), QString::number(firing.article)}};
    QStringList words;
    for (const std::string& argument : waiting.rule.command) {
        // In one pass: what news say is never read as a place for more of it.
        const QString text = utf8(argument);
        QString filled;
        for (qsizetype at = 0; at < text.size();) {
            const auto known = std::find_if(values.keyBegin(), values.keyEnd(),
                [&](const QString& key) { return QStringView(text).mid(at).startsWith(key); });
            filled += known == values.keyEnd() ? QString(text[at]) : values.value(*known);
            at += known == values.keyEnd() ? 1 : known->size();
        }
        words << filled;
    }
    auto* process = new QProcess(this);
    const QString program = words.takeFirst();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardInputFile(QProcess::nullDevice());
    ++m_pending;
    const auto end = [this, process, id = firing.id, program](bool done, const QString& detail) {
        process->disconnect(this);
        process->deleteLater();
        record({id}, QStringLiteral("command"), done, false, program, detail);
        oneDone();
    };
    connect(process, &QProcess::finished, this, [process, end](int code, QProcess::ExitStatus status) {
        const QString said = QString::fromUtf8(process->readAll().left(SaidBytes)).simplified();
        end(status == QProcess::NormalExit && code == 0,
            status != QProcess::NormalExit ? tr("it was ended")
                : code == 0                ? said
                                           : tr("it ended with %1. %2").arg(code).arg(said));
    });
    connect(process, &QProcess::errorOccurred, this, [process, end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false, process->errorString());
    });
    QTimer::singleShot(CommandMs, process, &QProcess::kill);
    process->start(program, words);
}

void AlertDelivery::record(const QList<qint64>& firings, const QString& channel, bool done, bool told,
    const QString& title, const QString& detail)
{
    ++m_pending;
    store::Delivery delivery{{firings.begin(), firings.end()}, channel.toStdString(), done, told,
        title.toStdString(), detail.toStdString(), channel == QStringLiteral("sound")};
    m_writer.run([delivery, now = currentInstant()](
                     store::Database& database) { return store::recordDelivery(database, delivery, now); },
        this, [this, firings, told](base::Outcome recorded) {
            if (!recorded)
                Q_EMIT failed(utf8(recorded.error().text()));
            else if (told)
                Q_EMIT delivered(firings);
            oneDone();
        });
}

void AlertDelivery::oneDone()
{
    if (--m_pending > 0)
        return;
    m_busy = false;
    if (m_wake)
        return read();
    Q_EMIT idle();
}

} // namespace app
