// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Who may include whom, how long a file may be, and which words have no place where. Each rule is tried on a
// text that breaks it too, so that a rule that never fires is noticed.

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

struct Layer {
    QString folder; // below the root
    QStringList mayInclude; // names of our own layers
    bool core; // QtCore allowed
    bool gui; // QtGui and QtCharts allowed
    bool widgets; // QtWidgets allowed
    bool network; // QtNetwork allowed
};

const QList<Layer>& layers()
{
    static const QList<Layer> all{
        {QStringLiteral("models/base"), {QStringLiteral("base")}, false, false, false, false},
        {QStringLiteral("models/engine"), {QStringLiteral("engine"), QStringLiteral("base")}, false, false,
            false, false},
        {QStringLiteral("models/ingest"), {QStringLiteral("ingest"), QStringLiteral("base")}, false, false,
            false, false},
        {QStringLiteral("models/desk"), {QStringLiteral("desk"), QStringLiteral("base")}, false, false, false,
            false},
        {QStringLiteral("models/store"),
            {QStringLiteral("store"), QStringLiteral("desk"), QStringLiteral("base")}, false, false, false,
            false},
        {QStringLiteral("models/items"),
            {QStringLiteral("items"), QStringLiteral("desk"), QStringLiteral("base")}, true, false, false,
            false},
        {QStringLiteral("models/brief"),
            {QStringLiteral("brief"), QStringLiteral("desk"), QStringLiteral("base")}, true, true, false,
            false},
        {QStringLiteral("ui"),
            {QStringLiteral("ui"), QStringLiteral("items"), QStringLiteral("brief"), QStringLiteral("desk"),
                QStringLiteral("base")},
            true, true, true, false},
    };
    return all;
}

const QStringList Ours{QStringLiteral("base"), QStringLiteral("engine"), QStringLiteral("ingest"),
    QStringLiteral("desk"), QStringLiteral("store"), QStringLiteral("items"), QStringLiteral("brief"),
    QStringLiteral("ui"), QStringLiteral("app")};

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourcesBelow(const QString& folder)
{
    QStringList paths;
    QDirIterator it(QStringLiteral(LEADLINE_ROOT "/") + folder,
        {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        paths << it.next();
    paths.sort();
    return paths;
}

enum class Family { Std, Core, Gui, Widgets, Network };

// Which Qt module a Qt header belongs to, by name; modules' own folders ("QtWidgets/QLabel") by folder.
Family qtFamily(const QString& header)
{
    static const QSet<QString> core{QStringLiteral("QObject"), QStringLiteral("QString"),
        QStringLiteral("QStringList"), QStringLiteral("QByteArray"), QStringLiteral("QList"),
        QStringLiteral("QVector"), QStringLiteral("QHash"), QStringLiteral("QMap"), QStringLiteral("QSet"),
        QStringLiteral("QVariant"), QStringLiteral("QUrl"), QStringLiteral("QDateTime"),
        QStringLiteral("QDate"), QStringLiteral("QTime"), QStringLiteral("QTimeZone"),
        QStringLiteral("QLocale"), QStringLiteral("QFile"), QStringLiteral("QIODevice"),
        QStringLiteral("QDir"), QStringLiteral("QDirIterator"), QStringLiteral("QBuffer"),
        QStringLiteral("QTimer"), QStringLiteral("QPointer"), QStringLiteral("QAbstractListModel"),
        QStringLiteral("QAbstractItemModel"), QStringLiteral("QAbstractTableModel"),
        QStringLiteral("QSortFilterProxyModel"), QStringLiteral("QModelIndex"),
        QStringLiteral("QCoreApplication"), QStringLiteral("QLoggingCategory"), QStringLiteral("QThread"),
        QStringLiteral("QThreadPool"), QStringLiteral("QMutex"), QStringLiteral("QRect"),
        QStringLiteral("QRectF"), QStringLiteral("QPoint"), QStringLiteral("QPointF"),
        QStringLiteral("QSize"), QStringLiteral("QSizeF"), QStringLiteral("QMargins"),
        QStringLiteral("QMarginsF"), QStringLiteral("QStandardPaths"), QStringLiteral("QSettings"),
        QStringLiteral("QJsonDocument"), QStringLiteral("QJsonObject"), QStringLiteral("QJsonArray"),
        QStringLiteral("QTextStream"), QStringLiteral("QRegularExpression"), QStringLiteral("QStringView"),
        QStringLiteral("QtMath"), QStringLiteral("QMimeData"), QStringLiteral("QSaveFile"),
        QStringLiteral("QFileInfo"), QStringLiteral("QPropertyAnimation"),
        QStringLiteral("QVariantAnimation"), QStringLiteral("QMetaType"), QStringLiteral("QtGlobal"),
        QStringLiteral("QLibraryInfo"), QStringLiteral("QTranslator"), QStringLiteral("QElapsedTimer"),
        QStringLiteral("QEvent"), QStringLiteral("QScopedValueRollback"), QStringLiteral("QStringBuilder"),
        QStringLiteral("QItemSelectionModel"), QStringLiteral("QEasingCurve"),
        QStringLiteral("QSignalBlocker"), QStringLiteral("QLineF"), QStringLiteral("QTemporaryFile"),
        QStringLiteral("QTemporaryDir"), QStringLiteral("QtCore"), QStringLiteral("QRunnable"),
        QStringLiteral("QMimeDatabase"), QStringLiteral("QMimeType"), QStringLiteral("QCollator")};
    static const QSet<QString> widgets{QStringLiteral("QWidget"), QStringLiteral("QMainWindow"),
        QStringLiteral("QLabel"), QStringLiteral("QListView"), QStringLiteral("QTreeView"),
        QStringLiteral("QTableView"), QStringLiteral("QDialog"), QStringLiteral("QMenu"),
        QStringLiteral("QMenuBar"), QStringLiteral("QApplication"), QStringLiteral("QStyledItemDelegate"),
        QStringLiteral("QLineEdit"), QStringLiteral("QPushButton"), QStringLiteral("QToolButton"),
        QStringLiteral("QBoxLayout"), QStringLiteral("QVBoxLayout"), QStringLiteral("QHBoxLayout"),
        QStringLiteral("QGridLayout"), QStringLiteral("QSplitter"), QStringLiteral("QScrollArea"),
        QStringLiteral("QTextBrowser"), QStringLiteral("QTextEdit"), QStringLiteral("QMessageBox"),
        QStringLiteral("QFileDialog"), QStringLiteral("QStyle"), QStringLiteral("QStyleFactory"),
        QStringLiteral("QAbstractItemView")};
    static const QSet<QString> network{QStringLiteral("QNetworkAccessManager"),
        QStringLiteral("QNetworkReply"), QStringLiteral("QNetworkRequest"), QStringLiteral("QTcpServer"),
        QStringLiteral("QTcpSocket"), QStringLiteral("QLocalServer"), QStringLiteral("QLocalSocket"),
        QStringLiteral("QSslSocket")};
    if (header.startsWith(QStringLiteral("QtWidgets/")) || widgets.contains(header))
        return Family::Widgets;
    if (header.startsWith(QStringLiteral("QtNetwork/")) || network.contains(header))
        return Family::Network;
    if (header.startsWith(QStringLiteral("QtCore/")) || core.contains(header))
        return Family::Core;
    return Family::Gui;
}

// What is wrong with one include line of a file of this layer; empty when it is allowed.
QString includeFault(const Layer& layer, const QString& line)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    const QRegularExpressionMatch match = include.match(line);
    if (!match.hasMatch())
        return {};
    const QString header = match.captured(1);
    const QString first = header.section(QLatin1Char('/'), 0, 0);
    if (header.contains(QLatin1Char('/')) && Ours.contains(first) && !layer.mayInclude.contains(first))
        return QStringLiteral("may not include ") + header;
    if (line.contains(QLatin1Char('"')))
        return {}; // a neighbour's header, "quantities.h", is none of Qt's
    static const QRegularExpression qt(QStringLiteral("^(Qt?[A-Z]\\w*)(/\\w+)?$|^q[a-z]+\\.h$"));
    if (!qt.match(header).hasMatch())
        return {};
    const Family family = qtFamily(header);
    const bool allowed = family == Family::Core ? layer.core
        : family == Family::Gui                 ? layer.gui
        : family == Family::Widgets             ? layer.widgets
                                                : layer.network;
    return allowed ? QString() : QStringLiteral("may not know Qt's ") + header;
}

QStringList wordFaults(const QString& path, const QString& text)
{
    struct Rule {
        QRegularExpression pattern;
        QString where; // part of the path it holds for; empty for all
        QString butNot;
        QString reason;
    };
    static const QList<Rule> rules{
        {QRegularExpression(QStringLiteral("\\binstance\\(")), {}, {}, QStringLiteral("no singletons")},
        {QRegularExpression(QStringLiteral("\\bqApp\\b")), {}, {}, QStringLiteral("no qApp")},
        {QRegularExpression(QStringLiteral("\\bQEventLoop\\b")), {}, {},
            QStringLiteral("no nested event loops")},
        {QRegularExpression(QStringLiteral("BlockingQueuedConnection")), {}, {},
            QStringLiteral("no waiting across threads")},
        {QRegularExpression(QStringLiteral("\\bQ(Color|Icon|Font|Pixmap|Brush)\\b")),
            QStringLiteral("models/items"), {}, QStringLiteral("models carry no looks")},
        {QRegularExpression(QStringLiteral("\"#[0-9a-fA-F]{3,8}\"|QColor\\(\\s*\\d|Qt::(red|green|blue|white|"
                                           "black|gray|yellow|darkGray|lightGray)\\b")),
            QStringLiteral("/ui/"), QStringLiteral("/ui/theme/"),
            QStringLiteral("colours live in the theme")},
        {QRegularExpression(QStringLiteral("std::regex")), {}, {}, QStringLiteral("no std::regex")},
        {QRegularExpression(QStringLiteral("system_clock::now|std::time\\(|setlocale\\(")),
            QStringLiteral("/models/"), {}, QStringLiteral("time and locale are passed in")},
        {QRegularExpression(QStringLiteral("\\b(TODO|FIXME|XXX)\\b")), {}, {},
            QStringLiteral("no unfinished words")},
    };
    QStringList faults;
    for (const Rule& rule : rules) {
        if (!rule.where.isEmpty() && !path.contains(rule.where))
            continue;
        if (!rule.butNot.isEmpty() && path.contains(rule.butNot))
            continue;
        if (rule.pattern.match(text).hasMatch())
            faults << rule.reason;
    }
    return faults;
}

} // namespace

class LayersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includesPointDown()
    {
        QStringList faults;
        int files = 0;
        for (const Layer& layer : layers()) {
            for (const QString& path : sourcesBelow(layer.folder)) {
                ++files;
                const QStringList lines = read(path).split(QLatin1Char('\n'));
                for (const QString& line : lines) {
                    const QString fault = includeFault(layer, line);
                    if (!fault.isEmpty())
                        faults << path + QStringLiteral(": ") + fault;
                }
            }
        }
        QVERIFY2(files > 50, "the sources were not found");
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void servicesKnowNoWindow()
    {
        QStringList faults;
        for (const QString& path : sourcesBelow(QStringLiteral("app"))) {
            const QString name = path.section(QLatin1Char('/'), -1);
            if (name.startsWith(QStringLiteral("main.")) || name.startsWith(QStringLiteral("application"))
                || name.startsWith(QStringLiteral("windowcommand.")))
                continue;
            if (read(path).contains(
                    QRegularExpression(QStringLiteral("#include <(ui/|QtWidgets|QWidget|QApplication)"))))
                faults << path;
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void filesAreShort()
    {
        QStringList faults;
        for (const QString& folder :
            {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")}) {
            for (const QString& path : sourcesBelow(folder)) {
                const int limit = path.endsWith(QStringLiteral("mainwindow.cpp")) ? 400
                    : path.endsWith(QStringLiteral("app/main.cpp"))               ? 60
                    : path.endsWith(QStringLiteral(".h"))                         ? 200
                                                                                  : 600;
                const qsizetype lines = read(path).count(QLatin1Char('\n'));
                if (lines > limit)
                    faults << QStringLiteral("%1: %2 lines, %3 allowed").arg(path).arg(lines).arg(limit);
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void wordsStayInTheirPlace()
    {
        QStringList faults;
        for (const QString& folder :
            {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")}) {
            for (const QString& path : sourcesBelow(folder)) {
                const QStringList found = wordFaults(path, read(path));
                for (const QString& fault : found)
                    faults << path + QStringLiteral(": ") + fault;
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void everyModelHasATest()
    {
        QString tests;
        for (const QString& path : sourcesBelow(QStringLiteral("tests")))
            tests += read(path);
        QStringList faults;
        for (const QString& path : sourcesBelow(QStringLiteral("models"))) {
            if (!path.endsWith(QStringLiteral(".cpp")))
                continue;
            const QString header
                = path.section(QStringLiteral("/models/"), 1).chopped(4) + QStringLiteral(".h");
            const QString name = path.section(QLatin1Char('/'), -1).chopped(4);
            if (!tests.contains(header) && !tests.contains(QStringLiteral("covers: ") + name)
                && !tests.contains(
                    QRegularExpression(QStringLiteral("covers:[^\n]*\\b") + name + QStringLiteral("\\b"))))
                faults << header + QStringLiteral(": no test includes it");
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void headersAreLicensed()
    {
        QStringList faults;
        for (const QString& folder : {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app"),
                 QStringLiteral("tests")}) {
            for (const QString& path : sourcesBelow(folder)) {
                if (!read(path).startsWith(QStringLiteral("// SPDX-FileCopyrightText:")))
                    faults << path;
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void theRulesFire_data()
    {
        QTest::addColumn<int>("layer");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("fault");
        QTest::newRow("base knows no Qt") << 0 << QStringLiteral("#include <QString>") << true;
        QTest::newRow("base knows std") << 0 << QStringLiteral("#include <string>") << false;
        QTest::newRow("engine knows no store") << 1 << QStringLiteral("#include <store/database.h>") << true;
        QTest::newRow("store knows desk") << 4 << QStringLiteral("#include <desk/query.h>") << false;
        QTest::newRow("items know Qt Core") << 5 << QStringLiteral("#include <QAbstractListModel>") << false;
        QTest::newRow("items know no Gui") << 5 << QStringLiteral("#include <QColor>") << true;
        QTest::newRow("brief knows no widgets") << 6 << QStringLiteral("#include <QtWidgets/QLabel>") << true;
        QTest::newRow("ui knows no store") << 7 << QStringLiteral("#include \"store/database.h\"") << true;
        QTest::newRow("ui knows no network") << 7 << QStringLiteral("#include <QNetworkReply>") << true;
        QTest::newRow("ui knows widgets") << 7 << QStringLiteral("#include <QLabel>") << false;
    }

    void theRulesFire()
    {
        QFETCH(int, layer);
        QFETCH(QString, line);
        QFETCH(bool, fault);
        QCOMPARE(!includeFault(layers().at(layer), line).isEmpty(), fault);
    }

    void theWordsFire()
    {
        QCOMPARE(
            wordFaults(QStringLiteral("/ui/panels/x.cpp"), QStringLiteral("QColor(12, 3, 4)")).size(), 1);
        QCOMPARE(wordFaults(QStringLiteral("/ui/theme/x.cpp"), QStringLiteral("QColor(12, 3, 4)")).size(), 0);
        QCOMPARE(wordFaults(QStringLiteral("/app/x.cpp"), QStringLiteral("Foo::instance()")).size(), 1);
        QCOMPARE(wordFaults(
                     QStringLiteral("/models/base/x.cpp"), QStringLiteral("std::chrono::system_clock::now()"))
                     .size(),
            1);
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "layers_test.moc"
