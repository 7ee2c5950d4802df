// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: language.cpp datawords.cpp
// The German translation is whole and keeps what is filled in; the real window speaks it with nothing cut
// off, and can be read from the right. The pictures are left in build/<preset>/pages, to be looked at.
#include <app/application.h>
#include <app/language.h>
#include <desk/querytable.h>
#include <items/datawords.h>
#include <ui/commandtable.h>
#include <ui/dialogs/settings.h>
#include <ui/windowpages.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <support/pagecheck.h>

#include <memory>

namespace {

const QString Translation = QStringLiteral(LEADLINE_RESOURCES "/translations/leadline_de.ts");

struct Message {
    QString context;
    QString source;
    QStringList translations; // one, or one for each number
    QString state; // empty when finished
};

QList<Message> messages(const QString& file)
{
    QList<Message> all;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&device);
    QString context;
    bool numbers = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            all.append({context, xml.readElementText(), {}, {}});
        else if (xml.name() == QLatin1String("message"))
            numbers = xml.attributes().hasAttribute(QLatin1String("numerus"));
        else if (xml.name() == QLatin1String("translation")) {
            all.last().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!numbers)
                all.last().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform"))
            all.last().translations << xml.readElementText();
    }
    return all;
}

// "%1" and the like, sorted.
QStringList places(const QString& text)
{
    static const QRegularExpression Place(QStringLiteral("%[1-9n]"));
    QStringList found;
    for (auto it = Place.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

bool shows(const QWidget& window, const QString& word)
{
    for (const QWidget* child : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(child);
        const auto* button = qobject_cast<const QAbstractButton*>(child);
        if (child->isVisible()
            && ((label != nullptr && label->text() == word) || (button != nullptr && button->text() == word)))
            return true;
    }
    return false;
}

} // namespace

class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_application.reset(); }
    void languageIsChosen();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void oneAndManyAreToldApart();
    void noTextIsMissing();
    void wordsOfTheDataAreTranslated();
    void pagesFitInGerman_data();
    void pagesFitInGerman();
    void newsSpeaksGerman();
    void dialogsFitInGerman_data();
    void dialogsFitInGerman();
    void readFromTheRight();

private:
    void settle(); // until what is shown stays the same

    QTemporaryDir m_folder;
    std::unique_ptr<app::Context> m_context;
    std::unique_ptr<app::Application> m_application;
    ui::MainWindow* m_window = nullptr;
};

void TranslationTest::initTestCase()
{
    if (!QFile::exists(QStringLiteral(":/translations/leadline_de.qm")))
        QSKIP("built without lrelease");
    QVERIFY(m_folder.isValid());
    QVERIFY(app::speak(QStringLiteral("de"), *QCoreApplication::instance()));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app::Options options;
    options.dataDir = m_folder.path().toStdString();
    options.offline = true;
    m_context = std::make_unique<app::Context>(app::makeContext(options));
    app::WindowOptions window;
    window.inputs = {LEADLINE_RESOURCES "/sample"};
    auto made = app::Application::make(*m_context, window);
    QVERIFY2(bool(made), made ? "" : made.error().text().c_str());
    m_application = std::move(made).value();
    m_application->start();
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<ui::MainWindow*>(widget))
            m_window = found;
    }
    QVERIFY(m_window != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->shownArticle() != 0 && !m_application->isWorking() && m_window->unscoredRows().isEmpty(),
        60000);
    settle();
}

void TranslationTest::settle()
{
    QImage last;
    int same = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const QImage now = m_window->grab().toImage();
            same = now == last ? same + 1 : 0;
            last = now;
            return same >= 3;
        }(),
        20000);
}

void TranslationTest::languageIsChosen()
{
    const QLocale german(QLocale::German, QLocale::Austria);
    const QLocale french(QLocale::French, QLocale::France);
    QCOMPARE(app::languageFor("system", german), QStringLiteral("de"));
    QCOMPARE(app::languageFor("system", french), QStringLiteral("en"));
    QCOMPARE(app::languageFor("en", german), QStringLiteral("en"));
    QCOMPARE(app::languageFor("de", french), QStringLiteral("de"));
    QCOMPARE(app::languageFor("xx", german), QStringLiteral("en"));
    std::vector<std::string> warnings;
    const app::Settings settings = app::parseSettings("[appearance]\nlanguage = \"de\"\n", warnings).value();
    QVERIFY(warnings.empty());
    QCOMPARE(app::languageFor(settings.language, french), QStringLiteral("de"));
}

void TranslationTest::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("least"); // so many texts there are at least
    QTest::newRow("German") << Translation << 900;
    QTest::newRow("English, one and many")
        << QStringLiteral(LEADLINE_RESOURCES "/translations/leadline_en.ts") << 1;
}

void TranslationTest::everyTextIsTranslated()
{
    QFETCH(QString, file);
    QFETCH(int, least);
    const QList<Message> all = messages(file);
    QVERIFY(all.size() >= least);
    QStringList wrong;
    for (const Message& one : all) {
        const QString what = one.context + QStringLiteral(": ") + one.source;
        if (!one.state.isEmpty() || one.translations.isEmpty())
            wrong << what + QStringLiteral(" is not translated");
        for (const QString& translation : one.translations) {
            if (translation.isEmpty())
                wrong << what + QStringLiteral(" is not translated");
            if (places(one.source) != places(translation))
                wrong << what + QStringLiteral(" loses what is filled in: ") + translation;
            // A menu's key stands after a tab; an ellipsis says that more is asked; file dialogs have
            // patterns.
            if (one.source.count(QLatin1Char('\t')) != translation.count(QLatin1Char('\t'))
                || one.source.endsWith(QChar(0x2026)) != translation.endsWith(QChar(0x2026))
                || one.source.count(QStringLiteral("(*.")) != translation.count(QStringLiteral("(*.")))
                wrong << what + QStringLiteral(" loses its form: ") + translation;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TranslationTest::oneAndManyAreToldApart()
{
    QTranslator english;
    QVERIFY(english.load(QStringLiteral(":/translations/leadline_en.qm")));
    QCOMPARE(english.translate("app::AlertDelivery", "%n alert(s)", nullptr, 1), QStringLiteral("%n alert"));
    QCOMPARE(english.translate("app::AlertDelivery", "%n alert(s)", nullptr, 3), QStringLiteral("%n alerts"));
    QCOMPARE(QCoreApplication::translate("app::AlertDelivery", "%n alert(s)", nullptr, 1),
        QStringLiteral("1 Alarm"));
    QCOMPARE(QCoreApplication::translate("app::AlertDelivery", "%n alert(s)", nullptr, 3),
        QStringLiteral("3 Alarme"));
}

void TranslationTest::noTextIsMissing()
{
    const QString lupdate = QStringLiteral(LEADLINE_LUPDATE);
    if (!QFile::exists(lupdate))
        QSKIP("lupdate is missing (package qt6-l10n-tools)");
    const QString copy = m_folder.filePath(QStringLiteral("leadline_de.ts"));
    QVERIFY(QFile::copy(Translation, copy));
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(LEADLINE_RESOURCES "/.."));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(lupdate,
        {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
            QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("models/items"),
            QStringLiteral("-ts"), copy});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    QStringList wrong;
    for (const Message& one : messages(copy)) {
        if (!one.state.isEmpty())
            wrong << QStringLiteral("%1: %2 (%3)").arg(one.context, one.source, one.state);
    }
    QVERIFY2(wrong.isEmpty(),
        qPrintable(QStringLiteral("run the target update_translations, then translate:\n")
            + wrong.join(QLatin1Char('\n'))));
}

// The layers below the window know no translation: their words are listed for it by hand.
void TranslationTest::wordsOfTheDataAreTranslated()
{
    QSet<QString> known;
    for (const Message& one : messages(Translation)) {
        if (one.context == QLatin1String("data"))
            known.insert(one.source);
    }
    QStringList missing;
    const auto look = [&](std::string_view word) {
        const QString text = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
        if (!known.contains(text))
            missing << text;
    };
    for (const desk::OperatorHelp& help : desk::operators())
        look(help.text);
    for (const char* field : {"is", "has", "sort", "published", "received"}) {
        for (const desk::ValueInfo& value : desk::fieldValues(field))
            look(value.help);
    }
    for (const base::Mode mode : {base::Mode::News, base::Mode::Explainer, base::Mode::Opinion,
             base::Mode::Wrap, base::Mode::Recap, base::Mode::NotAnalysed})
        look(base::modeName(mode));
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    QCOMPARE(items::dataWord("mildly positive"), QStringLiteral("leicht positiv"));
    QCOMPARE(items::dataWord("a word of one's own"), QStringLiteral("a word of one's own"));
}

void TranslationTest::pagesFitInGerman_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QSize>("size");
    const QSize sizes[] = {{1600, 960}, {1280, 800}, {960, 700}};
    for (int page = 0; m_window != nullptr && page < m_window->pages().count(); ++page) {
        for (const QSize& size : sizes)
            QTest::newRow(qPrintable(
                QStringLiteral("german-%1-%2x%3")
                    .arg(m_window->pages().name(page).toLower().replace(QLatin1Char(' '), QLatin1Char('-')))
                    .arg(size.width())
                    .arg(size.height())))
                << page << size;
    }
}

void TranslationTest::pagesFitInGerman()
{
    QFETCH(int, page);
    QFETCH(QSize, size);
    m_window->resize(size);
    m_window->pages().show(page);
    settle();
    QCOMPARE(m_window->size(), size);
    QVERIFY(m_window->grab().save(support::pictureFolder() + QLatin1Char('/')
        + QString::fromUtf8(QTest::currentDataTag()) + QStringLiteral(".png")));
    const QStringList wrong = support::cutOff(*m_window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TranslationTest::newsSpeaksGerman()
{
    m_window->pages().show(0);
    m_window->resize(1600, 960);
    settle();
    for (const char* word : {"Nachrichten", "Marktwirkung", "Marktstimmung", "Kurzbericht", "Volltext",
             "Menü", "Entscheidungen für Anleger", "Einstieg", "Annehmen"})
        QVERIFY2(shows(*m_window, QString::fromUtf8(word)), word);
    QStringList rows;
    for (const auto* view : m_window->findChildren<QAbstractItemView*>()) {
        for (int row = 0; view->isVisible() && row < view->model()->rowCount(); ++row)
            rows << view->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    const QString all = rows.join(QLatin1Char('\n'));
    for (const char* word : {"Größte Wirkung", "Themen", "Quellen", "Wirkung 0.", "ungelesen"})
        QVERIFY2(all.contains(QString::fromUtf8(word)), word);
}

void TranslationTest::dialogsFitInGerman_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"sources.open", "sources.add", "window.asOf", "view.changes",
             "view.retention", "window.keys", "window.palette", "window.settings", "article.whyImpact",
             "article.whySentiment", "article.labels", "article.brief"})
        QTest::newRow(command) << QString::fromUtf8(command);
}

void TranslationTest::dialogsFitInGerman()
{
    QFETCH(QString, command);
    m_window->pages().show(0);
    m_window->resize(1600, 960);
    settle();
    auto* commands = m_window->findChild<ui::CommandTable*>();
    QVERIFY(commands != nullptr);
    QVERIFY(commands->run(command));
    QDialog* dialog = nullptr;
    QTRY_VERIFY([&] {
        for (QDialog* one : m_window->findChildren<QDialog*>())
            dialog = one->isVisible() ? one : dialog;
        return dialog != nullptr;
    }());
    auto* settings = qobject_cast<ui::SettingsDialog*>(dialog);
    const auto* pages = settings != nullptr ? settings->findChild<QStackedWidget*>() : nullptr;
    for (int page = 0; page < (pages != nullptr ? pages->count() : 1); ++page) {
        if (settings != nullptr)
            settings->showPage(page);
        QTRY_VERIFY2(
            support::cutOff(*dialog).isEmpty(), qPrintable(support::cutOff(*dialog).join(QLatin1Char('\n'))));
        QVERIFY(dialog->grab().save(
            support::pictureFolder() + QStringLiteral("/german-dialog-%1-%2.png").arg(command).arg(page)));
    }
    const QPointer<QDialog> open(dialog);
    dialog->close();
    QTRY_VERIFY(open.isNull() || !open->isVisible());
}

void TranslationTest::readFromTheRight()
{
    m_window->setLayoutDirection(Qt::RightToLeft);
    QStringList wrong;
    for (int page = 0; page < m_window->pages().count(); ++page) {
        m_window->pages().show(page);
        for (const QSize& size : {QSize(1600, 960), QSize(1280, 800), QSize(960, 700)}) {
            m_window->resize(size);
            settle();
            const QString name = QStringLiteral("right-to-left-%1-%2x%3")
                                     .arg(m_window->pages().name(page).toLower())
                                     .arg(size.width())
                                     .arg(size.height());
            QVERIFY(m_window->grab().save(
                support::pictureFolder() + QLatin1Char('/') + name + QStringLiteral(".png")));
            for (const QString& one : support::cutOff(*m_window) + support::overlapping(*m_window))
                wrong << name + QStringLiteral(": ") + one;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    // Mirrored: what comes first stands at the right.
    m_window->pages().show(0);
    m_window->resize(1600, 960);
    settle();
    QList<int> centres; // of navigation and feed
    for (const auto* view : m_window->findChildren<QAbstractItemView*>()) {
        if (!view->isVisible())
            continue;
        QCOMPARE(view->layoutDirection(), Qt::RightToLeft);
        centres << view->mapTo(m_window, view->rect().center()).x();
    }
    QVERIFY(centres.size() >= 2);
    QVERIFY(*std::max_element(centres.begin(), centres.end()) > m_window->width() * 3 / 4);
    m_window->setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
