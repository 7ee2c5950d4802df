// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <ui/dialogs/addfeed.h>
#include <ui/dialogs/why.h>
#include <ui/panels/articletext.h>
#include <ui/panels/decisions.h>
#include <ui/panels/reader.h>

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <memory>

using ui::ArticleText;
using ui::Reader;
using ui::Role;

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString plain(const QString& html) { return QTextDocumentFragment::fromHtml(html).toPlainText(); }

// What the labels say, visible or not within a hidden tab.
QString words(const QWidget& widget)
{
    QStringList list;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        list << label->text();
    return list.join(QLatin1Char('\n'));
}

QTextBrowser* view(const Reader& reader, const QString& name)
{
    for (QTextBrowser* browser : reader.findChildren<QTextBrowser*>()) {
        if (browser->accessibleName() == name)
            return browser;
    }
    return nullptr;
}

QToolButton* button(const QWidget& widget, const QString& text)
{
    for (QToolButton* one : widget.findChildren<QToolButton*>()) {
        if (one->text().contains(text))
            return one;
    }
    return nullptr;
}

// The words of the document that stand on this background.
QString wordsOn(const QTextDocument& document, const QColor& colour)
{
    QString text;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment part = at.fragment();
            if (part.charFormat().hasProperty(QTextFormat::BackgroundBrush)
                && part.charFormat().background().color() == colour)
                text += part.text();
        }
    }
    return text;
}

} // namespace

class ReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void headShowsTheArticle();
    void markupInTheHeadlineIsText();
    void notAnalysedSaysWhy_data();
    void notAnalysedSaysWhy();
    void evidenceIsNumberedInOrderOfUse();
    void assumptionsAreTintedAndLabelled();
    void markLightsTheWordsInTheFullText();
    void wordsLightTheSentencesThatUseThem();
    void wrongLinksDoNothing_data();
    void wrongLinksDoNothing();
    void spansBeyondTheTextAreLeftOut();
    void markupInTheBodyIsText();
    void placeholdersInTheTextAreText();
    void entitiesAreListed();
    void topicChipFilters();
    void whyOpensTheImpact();
    void whyOpensTheSentiment();
    void notAnalysedHasNoWhy();
    void decisionsShowTheirCards();
    void cardOpensToTheWholeIdea();
    void acceptedCardIsTakenBackNotAcceptedAgain();
    void acceptedCardTellsItsStateAndWhatDidIt();
    void nextArticleShowsNothingOfTheFormer();
    void feedAddressIsChecked_data();
    void feedAddressIsChecked();

private:
    ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));
    std::unique_ptr<Reader> m_reader;
};

void ReaderTest::init()
{
    m_reader = std::make_unique<Reader>(m_theme);
    m_reader->resize(700, 800);
    m_reader->showArticle(samples::article(), samples::analysis(), samples::now());
    m_reader->show();
}

void ReaderTest::cleanup() { m_reader.reset(); }

void ReaderTest::headShowsTheArticle()
{
    const QString head = words(*m_reader);
    for (const char* part : {"Metals Daily", "13:44 UTC", "13:46 UTC", "1 min read", "explainer", "0.35",
             "moderate", "sector-wide", "mildly negative"})
        QVERIFY2(head.contains(QLatin1String(part)), part);
    QVERIFY(head.contains(QStringLiteral("\u22120.15")));
    QVERIFY2(!head.contains(QStringLiteral("&nbsp;")), qPrintable(head));
}

void ReaderTest::markupInTheHeadlineIsText()
{
    for (const QLabel* label : m_reader->findChildren<QLabel*>()) {
        if (!label->text().contains(QStringLiteral("Smelters")))
            continue;
        const QString shown = label->textFormat() == Qt::PlainText ? label->text() : plain(label->text());
        QCOMPARE(shown, QStringLiteral("Smelters <b>cut</b> runs & wait"));
        return;
    }
    QFAIL("the headline is not shown");
}

void ReaderTest::notAnalysedSaysWhy_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("shown");
    QTest::newRow("reason") << "No language model for German"
                            << "No language model for German";
    QTest::newRow("reason with markup") << "a < b"
                                        << "a < b";
    QTest::newRow("none yet") << ""
                              << "Not analysed yet";
}

void ReaderTest::notAnalysedSaysWhy()
{
    QFETCH(QString, reason);
    QFETCH(QString, shown);
    m_reader->showArticle(samples::article(), samples::notAnalysed(reason.toStdString()), samples::now());
    QVERIFY2(view(*m_reader, QStringLiteral("Brief"))->toPlainText().contains(shown),
        qPrintable(view(*m_reader, QStringLiteral("Brief"))->toPlainText()));
    QVERIFY2(!words(*m_reader).contains(QStringLiteral("0.00")), "what is not known is no zero");
    QVERIFY(
        view(*m_reader, QStringLiteral("Full text"))->toPlainText().contains(QStringLiteral("Two plants")));
}

void ReaderTest::evidenceIsNumberedInOrderOfUse()
{
    const base::Article article = samples::article();
    const base::Analysis analysis = samples::analysis();
    const ArticleText text(article, analysis);
    QCOMPARE(text.evidenceCount(), 3);
    const QString brief = text.brief(m_theme);
    QVERIFY(brief.contains(QStringLiteral("href=\"ev:1\"")));
    QVERIFY(brief.contains(QStringLiteral("href=\"ev:2,3\"")));
    const QString shown = plain(brief);
    QVERIFY2(shown.contains(QStringLiteral("Implication.")), qPrintable(shown));
    QVERIFY(shown.indexOf(QStringLiteral("Charges fell")) < shown.indexOf(QStringLiteral("Cathode becomes")));
    const QString quotes = plain(text.quotes({3, 1}));
    QVERIFY2(quotes.startsWith(
                 QStringLiteral("1 \u201CTreatment charges fell below zero in S\u00E3o Paulo.\u201D")),
        qPrintable(quotes));
    QVERIFY(quotes.contains(QStringLiteral("3 \u201CBuyers of cathode")));
    QVERIFY(text.quotes({0, 99, -1}).isEmpty());
}

// Grade C is an assumption whether or not words of the article set it off.
void ReaderTest::assumptionsAreTintedAndLabelled()
{
    const QTextDocument& document = *view(*m_reader, QStringLiteral("Brief"))->document();
    const QString tinted = wordsOn(document, m_theme.colour(Role::Assumption));
    QVERIFY2(tinted.contains(QStringLiteral("Scrap may fill the gap.")), qPrintable(tinted));
    QVERIFY2(tinted.contains(QStringLiteral("A quick settlement would undo it.")), qPrintable(tinted));
    QVERIFY2(!tinted.contains(QStringLiteral("Cathode becomes scarce.")), qPrintable(tinted));
    QCOMPARE(document.toPlainText().count(QStringLiteral("assumption")), 2);
}

void ReaderTest::markLightsTheWordsInTheFullText()
{
    QTextBrowser* full = view(*m_reader, QStringLiteral("Full text"));
    QCOMPARE(wordsOn(*full->document(), m_theme.colour(Role::Mark)), QString());
    Q_EMIT view(*m_reader, QStringLiteral("Brief"))->anchorClicked(QUrl(QStringLiteral("ev:1,3")));
    QCOMPARE(m_reader->tab(), Reader::FullText);
    QCOMPARE(wordsOn(*full->document(), m_theme.colour(Role::Mark)),
        QStringLiteral(
            "Treatment charges fell below zero in S\u00E3o Paulo.Buyers of cathode expect to pay more."));
}

void ReaderTest::wordsLightTheSentencesThatUseThem()
{
    m_reader->setTab(Reader::FullText);
    Q_EMIT view(*m_reader, QStringLiteral("Full text"))->anchorClicked(QUrl(QStringLiteral("use:3")));
    QCOMPARE(m_reader->tab(), Reader::Brief);
    const QString lit
        = wordsOn(*view(*m_reader, QStringLiteral("Brief"))->document(), m_theme.colour(Role::Mark));
    QCOMPARE(lit, QStringLiteral("Cathode becomes scarce."));
}

void ReaderTest::wrongLinksDoNothing_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("other scheme") << "https://example.org/";
    QTest::newRow("file") << "file:///etc/passwd";
}

void ReaderTest::wrongLinksDoNothing()
{
    QFETCH(QString, link);
    Q_EMIT view(*m_reader, QStringLiteral("Brief"))->anchorClicked(QUrl(link));
    QCOMPARE(m_reader->tab(), Reader::Brief);
    QVERIFY(view(*m_reader, QStringLiteral("Brief"))->toPlainText().contains(QStringLiteral("Charges fell")));
}

void ReaderTest::spansBeyondTheTextAreLeftOut()
{
    base::Analysis analysis = samples::analysis();
    analysis.summary[0].provenance.evidence = {{base::Field::Body, 10, 4'000'000}};
    m_reader->showArticle(samples::article(), analysis, samples::now());
    m_reader->showEvidence({1});
    QCOMPARE(
        view(*m_reader, QStringLiteral("Full text"))->toPlainText().count(QStringLiteral("Two plants")), 1);
}

void ReaderTest::markupInTheBodyIsText()
{
    base::Article article = samples::article();
    article.body = "Use <script>alert(1)</script> & see.\n\nSecond \"paragraph\".";
    m_reader->showArticle(article, samples::notAnalysed("x"), samples::now());
    const QString shown = view(*m_reader, QStringLiteral("Full text"))->toPlainText();
    QVERIFY2(shown.contains(QStringLiteral("Use <script>alert(1)</script> & see.\nSecond \"paragraph\".")),
        qPrintable(shown));
}

void ReaderTest::placeholdersInTheTextAreText()
{
    base::Article article = samples::article();
    article.body = "Rates rose by 5%1 and %9 of all.";
    base::Analysis analysis = samples::analysis();
    const base::Span all{base::Field::Body, 0, static_cast<std::uint32_t>(article.body.size())};
    analysis.summary = {samples::sentence(article.body, base::Grade::A, {all}),
        samples::sentence("Up %2%3.", base::Grade::C, {})};
    analysis.sentiment.parts = {{all, -0.3, 0.5, "x"}};
    m_reader->showArticle(article, analysis, samples::now());
    QVERIFY2(view(*m_reader, QStringLiteral("Brief"))->toPlainText().contains(utf8(article.body)),
        qPrintable(view(*m_reader, QStringLiteral("Brief"))->toPlainText()));
    QVERIFY(view(*m_reader, QStringLiteral("Brief"))->toPlainText().contains(QStringLiteral("Up %2%3.")));
    const ui::WhyDialog why(m_theme, article, analysis, ui::WhyDialog::Of::Sentiment);
    QVERIFY2(why.findChild<QTextBrowser*>()->toPlainText().contains(utf8(article.body)),
        qPrintable(why.findChild<QTextBrowser*>()->toPlainText()));
}

void ReaderTest::entitiesAreListed()
{
    const QString shown = view(*m_reader, QStringLiteral("Entities"))->toPlainText();
    for (const char* part : {"Copper (HG)", "commodity", "90"})
        QVERIFY2(shown.contains(QLatin1String(part)), qPrintable(shown));
}

void ReaderTest::topicChipFilters()
{
    QSignalSpy chosen(m_reader.get(), &Reader::topicChosen);
    QToolButton* chip = button(*m_reader, QStringLiteral("Commodities"));
    QVERIFY(chip != nullptr);
    chip->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("Commodities & Raw Materials"));
}

void ReaderTest::whyOpensTheImpact()
{
    QToolButton* why = button(*m_reader, QStringLiteral("Why 0.35?"));
    QVERIFY(why != nullptr);
    why->click();
    auto* dialog = m_reader->findChild<ui::WhyDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY2(words(*dialog).contains(QStringLiteral("Sum \u22120.62 \u2192 0.35, moderate")),
        qPrintable(words(*dialog)));
    QVERIFY(words(*dialog).contains(QStringLiteral("4f9c2e")));
}

void ReaderTest::whyOpensTheSentiment()
{
    button(*m_reader, QStringLiteral("Why \u22120.15?"))->click();
    const auto* dialog = m_reader->findChild<ui::WhyDialog*>();
    QVERIFY(dialog != nullptr);
    const QString shown = dialog->findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(shown.contains(QStringLiteral("Two plants will stop a furnace each until spring.")),
        qPrintable(shown));
    QVERIFY(shown.contains(QStringLiteral("\u22120.150")));
    QVERIFY(shown.contains(QStringLiteral("Sum \u22120.15, shown as \u22120.15 (mildly negative)")));
}

void ReaderTest::notAnalysedHasNoWhy()
{
    m_reader->showArticle(
        samples::article(), samples::notAnalysed("No language model for German"), samples::now());
    m_reader->openWhyImpact();
    m_reader->openWhySentiment();
    QVERIFY(m_reader->findChild<ui::WhyDialog*>() == nullptr);
    for (const QToolButton* one : m_reader->findChildren<QToolButton*>())
        QVERIFY2(!one->isVisible() || !one->text().contains(QStringLiteral("Why")), qPrintable(one->text()));
}

void ReaderTest::decisionsShowTheirCards()
{
    ui::DecisionsPanel panel(m_theme);
    panel.showDecisions(samples::analysis(), {}, samples::now());
    QCOMPARE(panel.count(), 2);
    const QString shown = words(panel);
    for (const char* part :
        {"LONG / SHORT", "HEDGE", "Own integrated miners", "Miners with own smelters (ABC)",
            "After the next charge is set", "Charges rise above zero", "not investment advice"})
        QVERIFY2(shown.contains(QLatin1String(part)), part);
    panel.clear();
    QCOMPARE(panel.count(), 0);
    QVERIFY(words(panel).contains(QStringLiteral("supports no decision")));
}

void ReaderTest::cardOpensToTheWholeIdea()
{
    ui::DecisionsPanel panel(m_theme);
    panel.showDecisions(samples::analysis(), {}, samples::now());
    QVERIFY(!words(panel).contains(QStringLiteral("Own what gains")));
    panel.focusCard(0);
    QCOMPARE(panel.focusedCard(), 0);
    QVERIFY(words(panel).contains(QStringLiteral("Own what gains from scarce concentrate.")));
    panel.focusCard(9);
    QCOMPARE(panel.focusedCard(), 0);
    panel.focusCard(0);
    QCOMPARE(panel.focusedCard(), -1);
}

void ReaderTest::acceptedCardIsTakenBackNotAcceptedAgain()
{
    ui::DecisionsPanel panel(m_theme);
    panel.showDecisions(samples::analysis(), {samples::kept(1)}, samples::now());
    QSignalSpy accepted(&panel, &ui::DecisionsPanel::accepted);
    QSignalSpy takenBack(&panel, &ui::DecisionsPanel::takenBack);
    for (QToolButton* one : panel.findChildren<QToolButton*>()) {
        if (one->text().startsWith(QStringLiteral("Accept")))
            one->click();
    }
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(accepted.at(0).at(0).toInt(), 0);
    QCOMPARE(takenBack.count(), 1);
    QCOMPARE(takenBack.at(0).at(0).toInt(), 1);
}

void ReaderTest::acceptedCardTellsItsStateAndWhatDidIt()
{
    ui::DecisionsPanel panel(m_theme);
    desk::LedgerEntry entry = samples::kept(0);
    entry.changes.push_back({"review", samples::now(), 7, "Talks resume", "Both sides met on Monday.", "talks"});
    panel.showDecisions(samples::analysis(), {entry}, samples::now());
    QStringList texts;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        texts << label->text();
    const QString all = texts.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("For review")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("Both sides met on Monday.")), qPrintable(all));
}

void ReaderTest::nextArticleShowsNothingOfTheFormer()
{
    base::Article other;
    other.id = 4;
    other.title = "Quiet day";
    other.body = "Nothing moved.";
    base::Analysis quiet;
    quiet.impact.label = "negligible";
    m_reader->showArticle(other, quiet, samples::now());
    QVERIFY(button(*m_reader, QStringLiteral("Commodities")) == nullptr);
    QVERIFY(!words(*m_reader).contains(QStringLiteral("Smelters")));
    for (const QTextBrowser* browser : m_reader->findChildren<QTextBrowser*>())
        QVERIFY2(
            !browser->toPlainText().contains(QStringLiteral("harges")), qPrintable(browser->toPlainText()));
    QVERIFY(words(*m_reader).contains(QStringLiteral("No date given")));
}

void ReaderTest::feedAddressIsChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("given");
    QTest::newRow("https") << "https://example.org/feed"
                           << "https://example.org/feed";
    QTest::newRow("no scheme") << "  example.org/feed "
                               << "https://example.org/feed";
    QTest::newRow("http") << "http://example.org/a?b=c"
                          << "http://example.org/a?b=c";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("file") << "file:///etc/passwd"
                          << "";
    QTest::newRow("javascript") << "javascript://example.org/%0aalert(1)"
                                << "";
    QTest::newRow("no host") << "https://"
                             << "";
}

void ReaderTest::feedAddressIsChecked()
{
    QFETCH(QString, typed);
    QFETCH(QString, given);
    ui::AddFeedDialog dialog(m_theme);
    QSignalSpy addresses(&dialog, &ui::AddFeedDialog::addressGiven);
    dialog.show();
    dialog.findChild<QLineEdit*>()->setText(typed);
    QTest::keyClick(dialog.findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(addresses.count(), given.isEmpty() ? 0 : 1);
    if (!given.isEmpty())
        QCOMPARE(addresses.at(0).at(0).toString(), given);
    QCOMPARE(dialog.isVisible(), given.isEmpty());
}

QTEST_MAIN(ReaderTest)
#include "reader_test.moc"
