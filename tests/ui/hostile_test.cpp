// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Hostile articles on their whole way, from the feed's bytes through the reader that mends and cleans to the
// article view: nothing is fetched, no file is asked for, and the words stay.
#include "samples.h"

#include <ingest/input.h>
#include <ui/panels/reader.h>

#include <QLabel>
#include <QPixmap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextObject>
#include <QUrl>

#include <memory>

namespace {

// A document that writes down what its text asks for and gives nothing.
class WatchedDocument final : public QTextDocument {
    Q_OBJECT

public:
    WatchedDocument(QStringList& asked, QObject* parent)
        : QTextDocument(parent)
        , m_asked(asked)
    {
    }

protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        m_asked << QStringLiteral("%1 %2").arg(type).arg(name.toString());
        return {};
    }

private:
    QStringList& m_asked;
};

// Listens on loopback and counts who comes.
class Listener final : public QTcpServer {
    Q_OBJECT

public:
    int visits = 0;

protected:
    void incomingConnection(qintptr handle) override
    {
        ++visits;
        QTcpServer::incomingConnection(handle);
    }
};

QByteArray escapedXml(QByteArray text)
{
    return text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
}

} // namespace

class HostileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void watchesWork();
    void articles_data();
    void articles();
    void linksOfArticlesLeadNowhere();

private:
    // The address of the listener in place of HOST.
    QByteArray aimed(QByteArray text) const
    {
        return text.replace("HOST", "127.0.0.1:" + QByteArray::number(m_listener->serverPort()));
    }
    static void verifyLabel(const QLabel& label);
    void show(const QByteArray& bytes, const char* name);
    void verifyNobodyCame();

    ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<ui::Reader> m_reader;
    QStringList m_asked;
};

void HostileTest::init()
{
    m_asked.clear();
    m_listener = std::make_unique<Listener>();
    QVERIFY(m_listener->listen(QHostAddress::LocalHost));
    m_reader = std::make_unique<ui::Reader>(m_theme);
    m_reader->resize(700, 800);
    for (QTextBrowser* view : m_reader->findChildren<QTextBrowser*>())
        view->setDocument(new WatchedDocument(m_asked, view));
    m_reader->show();
}

void HostileTest::cleanup()
{
    m_reader.reset();
    m_listener.reset();
}

// What was read of `bytes` in the reader, every tab of it painted.
void HostileTest::show(const QByteArray& bytes, const char* name)
{
    ingest::InputContext context;
    context.name = name;
    context.received = samples::now();
    const auto document = ingest::readInput(bytes.toStdString(), context);
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QCOMPARE(document->articles.size(), std::size_t(1));
    const base::Article& article = document->articles.front();
    base::Analysis analysis;
    analysis.summary = {samples::sentence(article.title, base::Grade::A, {})};
    m_reader->showArticle(article, analysis, samples::now());
    for (const ui::Reader::Tab tab : {ui::Reader::Brief, ui::Reader::FullText, ui::Reader::Entities}) {
        m_reader->setTab(tab);
        QPixmap page(m_reader->size());
        m_reader->render(&page);
        QCoreApplication::processEvents();
    }
}

// That nothing was seen means something only where something would have been.
void HostileTest::watchesWork()
{
    auto* view = m_reader->findChild<QTextBrowser*>();
    view->setHtml(QString::fromLatin1(aimed("<img src=\"http://HOST/a.png\">")));
    QPixmap page(m_reader->size());
    m_reader->render(&page);
    view->render(&page);
    QVERIFY2(!m_asked.isEmpty(), "an image in the document is asked for");
    verifyNobodyCame();
}

// Callers are taken in their order: when this one is the first, none came before it.
void HostileTest::verifyNobodyCame()
{
    QTcpSocket caller;
    caller.connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
    QVERIFY(caller.waitForConnected(5000));
    QTRY_VERIFY(m_listener->visits > 0);
    QCOMPARE(m_listener->visits, 1);
}

void HostileTest::articles_data()
{
    QTest::addColumn<QByteArray>("markup");
    const auto row = [](const char* name, const char* markup) { QTest::newRow(name) << QByteArray(markup); };
    row("image", "<img src=\"http://HOST/a.png\" width=1 height=1>");
    row("image of a file", "<img src=\"file:///etc/hostname\"><img src='/etc/hostname'>");
    row("image in the address", "<img src=\"data:image/png;base64,iVBORw0KGgo=\">");
    row("image of the program", "<img src=\":/icons/a.png\"><img src=\"qrc:/a\">");
    row("image sets",
        "<img srcset=\"http://HOST/a 1x, http://HOST/b 2x\"><picture><source "
        "srcset=\"http://HOST/c\"><img src=\"http://HOST/d\"></picture>");
    row("style", "<style>@import url(http://HOST/a.css); p { background: url(http://HOST/b) }</style>");
    row("style of an element",
        "<p style=\"background-image: url('http://HOST/a'); list-style-image: url(http://HOST/b)\">x</p>");
    row("style sheet", "<link rel=stylesheet href=\"http://HOST/a.css\"><link rel=prefetch href=//HOST/b>");
    row("background", "<table background=\"http://HOST/a\"><tr><td background=\"http://HOST/b\">x</table>");
    row("frame", "<iframe src=\"http://HOST/a\" srcdoc=\"<img src='http://HOST/b'>\"></iframe>");
    row("object", "<object data=\"http://HOST/a\"><embed src=\"http://HOST/b\"></object>");
    row("sound and film",
        "<video poster=\"http://HOST/a\" src=\"http://HOST/b\" autoplay></video><audio src=\"http://HOST/c\">"
        "</audio>");
    row("vector image",
        "<svg onload=x><image xlink:href=\"http://HOST/a\"/><use "
        "href=\"http://HOST/b#c\"/></svg>");
    row("refresh", "<meta http-equiv=refresh content=\"0;url=http://HOST/a\">");
    row("base", "<base href=\"http://HOST/\"><img src=\"a.png\">");
    row("script", "<script src=\"http://HOST/a.js\"></script><script>fetch('http://HOST/b')</script>");
    row("handler", "<b onmouseover=\"x()\" onclick=\"y()\">b</b>");
    row("form", "<form action=\"http://HOST/a\"><input type=image src=\"http://HOST/b\"></form>");
    row("shown as text", "&lt;img src=\"http://HOST/a\"&gt; &amp;lt;img src=\"http://HOST/b\"&amp;gt;");
    row("out of the attribute", "<p title=\"&quot;&gt;&lt;img src='http://HOST/a'&gt;\">x</p>");
    row("out of the paragraph", "</p></div></blockquote><img src=\"http://HOST/a\"><p>");
    row("mutation", "<noscript><p title=\"</noscript><img src='http://HOST/a'>\"></noscript>");
    row("mathematics", "<math><mtext><img src=\"http://HOST/a\"></mtext></math>");
    row("links",
        "<a href=\"javascript:x()\">j</a> <a href=\"file:///etc/hostname\">f</a> <a "
        "href=\"ev:1\">e</a> <a href=\"data:text/html,x\">d</a>");
}

void HostileTest::articles()
{
    QFETCH(QByteArray, markup);
    const QByteArray inside = "<p>SAFE BEGIN of the text</p>" + aimed(markup) + "<p>SAFE END of the text</p>";
    const QByteArray title = aimed(markup);
    const QByteArray words("The plant at the river will close in spring, the company said on Monday. ");
    const struct {
        const char* name;
        QByteArray bytes;
    } ways[] = {
        {"feed.xml",
            "<rss version=\"2.0\"><channel><title>Hostile</title><item><title>Hello " + escapedXml(title)
                + "</title><description>" + escapedXml(inside) + "</description></item></channel></rss>"},
        {"page.html",
            "<html><head><title>Hello</title></head><body><article><p>SAFE BEGIN " + words + words + "</p>"
                + aimed(markup) + "<p>SAFE END " + words + words + "</p></article></body></html>"},
        {"mail.eml",
            "From: a@example.org\nSubject: Hello\nContent-Type: text/html; charset=utf-8\n\n" + inside},
        {"note.txt", "Hello\n\nSAFE BEGIN\n\n" + aimed(markup) + "\n\nSAFE END"}};
    for (const auto& way : ways) {
        show(way.bytes, way.name);
        if (QTest::currentTestFailed())
            return;
        QString shown;
        for (const QTextBrowser* view : m_reader->findChildren<QTextBrowser*>()) {
            shown += view->toPlainText();
            QVERIFY2(!view->toPlainText().contains(QChar::ObjectReplacementCharacter), way.name);
            for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
                for (auto at = block.begin(); !at.atEnd(); ++at) {
                    const QString link = at.fragment().charFormat().anchorHref();
                    QVERIFY2(link.isEmpty() || link.startsWith(QLatin1String("ev:"))
                            || link.startsWith(QLatin1String("use:")),
                        qPrintable(link));
                    QVERIFY2(!at.fragment().charFormat().isImageFormat(), way.name);
                }
            }
        }
        QVERIFY2(shown.contains(QStringLiteral("SAFE BEGIN")), way.name);
        QVERIFY2(shown.contains(QStringLiteral("SAFE END")), way.name);
        for (const QLabel* label : m_reader->findChildren<QLabel*>())
            verifyLabel(*label);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(m_asked.isEmpty(), qPrintable(m_asked.join(QLatin1Char('\n'))));
    }
    verifyNobodyCame();
}

// Words, or words with the reader's own links: to the original's page and to the revisions.
void HostileTest::verifyLabel(const QLabel& label)
{
    if (label.textFormat() == Qt::PlainText)
        return;
    QTextDocument document;
    document.setHtml(label.text());
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextCharFormat format = at.fragment().charFormat();
            const QUrl link(format.anchorHref());
            QVERIFY2(!format.isImageFormat(), qPrintable(label.text()));
            QVERIFY2(link.isEmpty() || link.scheme() == QLatin1String("http")
                    || link.scheme() == QLatin1String("https")
                    || link.toString() == QLatin1String("revisions:"),
                qPrintable(label.text()));
        }
    }
}

// An address in the text is words; only the reader's own marks are links.
void HostileTest::linksOfArticlesLeadNowhere()
{
    show(aimed("<rss><channel><item><title>t</title><description>&lt;a "
               "href=\"http://HOST/x\"&gt;words&lt;/a&gt; SAFE</description></item></channel></rss>"),
        "feed.xml");
    for (QTextBrowser* view : m_reader->findChildren<QTextBrowser*>()) {
        QVERIFY(!view->openLinks());
        Q_EMIT view->anchorClicked(QUrl(QString::fromLatin1(aimed("http://HOST/x"))));
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("file:///etc/hostname")));
    }
    verifyNobodyCame();
    QVERIFY(m_asked.isEmpty());
}

QTEST_MAIN(HostileTest)
#include "hostile_test.moc"
