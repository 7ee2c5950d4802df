// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Whether the window keeps its frames while news pour in: opens the real window on a new store, hands it the
// inputs, opens article after article with J all the while, and prints how late each sixtieth of a second came
// and what every event (a key, an answer, a painting) cost the window's thread. Ends when everything is read and
// analysed, or after so many seconds. Sources that are there and due are fetched.
//   bench-window SECONDS DATA-DIR INPUT…
// Or scrolls the feed of a store that is there, by wheel, page and thumb, so many seconds each, and prints what
// every event cost the window's thread.
//   bench-window scroll SECONDS DATA-DIR
#include <app/application.h>
#include <ui/panels/articlelist.h>
#include <ui/theme/ownstyle.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr double FrameMs = 1000.0 / 60.0;
constexpr int QuietFrames = 300; // without a word in the status bar: all is done

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double share(const std::vector<double>& sorted, double part)
{
    return sorted.empty() ? 0
                          : sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

void print(const char* name, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto late = std::count_if(values.begin(), values.end(), [](double ms) { return ms > FrameMs; });
    std::printf("%s: %zu, median %.2f ms, 99 %% %.2f ms, 99.9 %% %.2f ms, most %.2f ms; over one frame (16.7 "
                "ms): %td\n",
        name, values.size(), share(values, 0.5), share(values, 0.99), share(values, 0.999),
        share(values, 1.0), late);
}

// Every event the window's thread works on, timed.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (receiver->thread() != thread())
            return QApplication::notify(receiver, event); // the store's threads and the job's
        const Clock::time_point start = Clock::now();
        const bool outermost = m_depth++ == 0;
        const int type = event->type();
        const char* name = receiver->metaObject()->className();
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        if (outermost && counting) {
            events.push_back(since(start));
            if (events.back() > 3 * FrameMs)
                std::printf("  %.0f ms: event %d of %s\n", events.back(), type, name);
        }
        return done;
    }
    std::vector<double> events;
    bool counting = false;

private:
    int m_depth = 0;
};

// What every step of one kind of scrolling cost, until the time is over.
void scroll(TimedApplication& application, const char* name, double seconds, const std::function<void()>& step)
{
    application.events.clear();
    application.counting = true;
    QTimer frame;
    frame.setTimerType(Qt::PreciseTimer);
    const Clock::time_point begin = Clock::now();
    QObject::connect(&frame, &QTimer::timeout, &frame, [&] {
        step();
        if (since(begin) > seconds * 1000)
            QApplication::exit(); // quit() would close the window
    });
    frame.start(16);
    QApplication::exec();
    application.counting = false;
    print(name, application.events);
}

void scrollFeed(TimedApplication& application, ui::MainWindow& window, double seconds)
{
    QTimer::singleShot(1500, &application, [] { QApplication::exit(); }); // the start has its own figures
    QApplication::exec();
    QAbstractItemView* feed = &window.list().view();
    QWidget* port = feed->viewport();
    scroll(application, "wheel", seconds, [port] {
        const QPointF at(port->rect().center());
        QWheelEvent wheel(at, port->mapToGlobal(at), {}, QPoint(0, -360), Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(port, &wheel);
    });
    scroll(application, "page", seconds, [feed] {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
        QApplication::sendEvent(feed, &press);
    });
    scroll(application, "thumb", seconds, [feed, up = true]() mutable {
        QScrollBar* bar = feed->verticalScrollBar();
        const int by = std::max(1, bar->maximum() / 50);
        bar->setSliderPosition(bar->value() + (up ? -by : by));
        if (bar->value() == bar->minimum() || bar->value() == bar->maximum())
            up = bar->value() != bar->minimum();
    });
    std::printf("rows read into the feed: %d\n", feed->model()->rowCount());
    if (feed->model()->rowCount() == 0) {
        std::fputs("nothing was scrolled: DATA-DIR has no leadline.sqlite with articles\n", stderr);
        std::exit(EXIT_FAILURE);
    }
}

} // namespace

int main(int argc, char** argv)
{
    TimedApplication application(argc, argv);
    QApplication::setStyle(new ui::OwnStyle);
    const bool scrolls = argc == 4 && std::strcmp(argv[1], "scroll") == 0;
    if (argc < 4) {
        std::fprintf(stderr, "bench-window SECONDS DATA-DIR INPUT…\nbench-window scroll SECONDS DATA-DIR\n");
        return 1;
    }
    app::Options options;
    options.dataDir = argv[scrolls ? 3 : 2];
    std::filesystem::create_directories(options.dataDir);
    const app::Context context = app::makeContext(options);
    app::WindowOptions window;
    if (!scrolls)
        window.inputs.assign(argv + 3, argv + argc);
    const auto made = app::Application::make(context, window);
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().text().c_str());
        return 3;
    }
    (*made)->start();
    QWidget* shown = QApplication::topLevelWidgets().value(0);
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QMainWindow"))
            shown = widget;
    }

    if (scrolls) {
        scrollFeed(application, *qobject_cast<ui::MainWindow*>(shown), std::atof(argv[2]));
        return 0;
    }
    std::vector<double> frames;
    QTimer frame;
    frame.setTimerType(Qt::PreciseTimer);
    frame.setInterval(16);
    Clock::time_point due = Clock::now();
    int quiet = 0;
    const Clock::time_point begin = due;
    const double limit = std::atof(argv[1]) * 1000;
    QObject::connect(&frame, &QTimer::timeout, &frame, [&] {
        frames.push_back(std::max(0.0, since(due)));
        due = Clock::now() + std::chrono::milliseconds(16);
        QKeyEvent press(QEvent::KeyPress, Qt::Key_J, Qt::NoModifier, QStringLiteral("j"));
        if (frames.size() % 8 == 0 && QApplication::focusWidget() != nullptr)
            QApplication::sendEvent(QApplication::focusWidget(), &press);
        quiet = (*made)->isWorking() ? 0 : quiet + 1;
        if (quiet > QuietFrames || since(begin) > limit)
            QApplication::quit();
    });
    QTimer::singleShot(1500, &frame, [&] { // the start has its own figures
        application.counting = true;
        due = Clock::now() + std::chrono::milliseconds(16);
        frame.start();
    });
    QApplication::exec();
    std::printf("%.1f s\n", since(begin) / 1000);
    print("lateness of a frame", frames);
    print("events", application.events);
    return 0;
}
