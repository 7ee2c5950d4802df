// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: mailparts.cpp
#include <ingest/files/mailfile.h>
#include <ingest/files/mailparts.h>

#include <QTest>

class MailFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void subjects_data();
    void subjects();
    void senders_data();
    void senders();
    void bodies_data();
    void bodies();
    void dateAndId();
    void mailboxes();
    void lists();
    void otherDates_data();
    void otherDates();
    void messagesInMessages();
    void encrypted();
    void parameters_data();
    void parameters();
    void deepAndMany();
    void looksLikeMail();
    void rejects();
};

static base::Article only(const QByteArray& mail)
{
    const auto list = ingest::readMailFile(mail.toStdString());
    return list && list->articles.size() == 1 ? list->articles[0] : base::Article{};
}

void MailFileTest::subjects_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("plain") << QByteArray("Rates held") << QByteArray("Rates held");
    QTest::newRow("folded") << QByteArray("Rates held\r\n at the meeting")
                            << QByteArray("Rates held at the meeting");
    QTest::newRow("quoted-printable word")
        << QByteArray("=?utf-8?Q?Caf=C3=A9_Z=C3=BCrich?= up") << QByteArray("Café Zürich up");
    QTest::newRow("base64 word") << QByteArray("=?UTF-8?B?w5Zs?=") << QByteArray("Öl");
    QTest::newRow("two words joined")
        << QByteArray("=?utf-8?q?Zu?= =?utf-8?q?rich?=") << QByteArray("Zurich");
    QTest::newRow("text between words")
        << QByteArray("=?utf-8?q?A?= and =?utf-8?q?B?=") << QByteArray("A and B");
    QTest::newRow("latin-1 word") << QByteArray("=?iso-8859-1?Q?Gro=DF?=") << QByteArray("Groß");
    QTest::newRow("a character parted between words")
        << QByteArray("=?utf-8?Q?Z=C3?=\r\n =?utf-8?Q?=BCrich?=") << QByteArray("Zürich");
    QTest::newRow("raw UTF-8") << QByteArray("Zürich up") << QByteArray("Zürich up");
    QTest::newRow("raw Latin-1") << QByteArray("Die B\xF6rse in Z\xFCrich f\xE4llt")
                                 << QByteArray("Die Börse in Zürich fällt");
    QTest::newRow("language mark") << QByteArray("=?utf-8*de?Q?B=C3=B6rse?=") << QByteArray("Börse");
    QTest::newRow("a question in a word")
        << QByteArray("=?utf-8?Q?Up=3F_?= =?utf-8?B?WWVz?=") << QByteArray("Up? Yes");
    QTest::newRow("no word at all") << QByteArray("a =?b c") << QByteArray("a =?b c");
    QTest::newRow("broken word") << QByteArray("=?utf-8?Q?Caf") << QByteArray("=?utf-8?Q?Caf");
}

void MailFileTest::subjects()
{
    QFETCH(QByteArray, header);
    QTEST(QByteArray::fromStdString(
              only("From: a@b.example\r\nSubject: " + header + "\r\n\r\nBody.\r\n").title),
        "title");
}

void MailFileTest::senders_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("name and address")
        << QByteArray("\"Desk, Morning\" <desk@w.example>") << QByteArray("Desk, Morning");
    QTest::newRow("address") << QByteArray("desk@w.example") << QByteArray("desk@w.example");
    QTest::newRow("address in angles") << QByteArray("<desk@w.example>") << QByteArray("desk@w.example");
    QTest::newRow("comment") << QByteArray("desk@w.example (Morning Desk)") << QByteArray("Morning Desk");
    QTest::newRow("encoded") << QByteArray("=?utf-8?Q?B=C3=B6rse?= <b@w.example>") << QByteArray("Börse");
}

void MailFileTest::senders()
{
    QFETCH(QByteArray, from);
    QTEST(QByteArray::fromStdString(only("From: " + from + "\nSubject: S\n\nBody.\n").source), "source");
}

void MailFileTest::bodies_data()
{
    QTest::addColumn<QByteArray>("rest"); // headers after the first two, and the body
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain, wrapped") << QByteArray("\nOne\ntwo.\n\nThree.\n")
                                    << QByteArray("One two.\n\nThree.");
    QTest::newRow("quoted-printable")
        << QByteArray("Content-Type: text/plain; charset=utf-8\n"
                      "Content-Transfer-Encoding: quoted-printable\n\nUp 5 =E2=82=AC, a soft =\nbreak, 1=3D1")
        << QByteArray("Up 5 €, a soft break, 1=1");
    QTest::newRow("base64") << QByteArray("Content-Transfer-Encoding: BASE64\n\nUmF0ZXMg\naGVsZC4=\n")
                            << QByteArray("Rates held.");
    QTest::newRow("HTML") << QByteArray(
        "Content-Type: text/html\n\n<p>One <b>two</b></p><script>x()</script><p>Three</p>")
                          << QByteArray("One two\n\nThree");
    QTest::newRow("plain before HTML")
        << QByteArray("Content-Type: multipart/alternative; boundary=\"b1\"\n\npreamble\n--b1\nContent-Type: "
                      "text/html\n\n<p>H</p>\n"
                      "--b1\nContent-Type: text/plain\n\nPlain\n--b1--\nepilogue\n")
        << QByteArray("Plain");
    QTest::newRow("nested, boundary with the same start")
        << QByteArray("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
                      "multipart/alternative; boundary=b2\n\n"
                      "--b2\nContent-Type: text/plain\n\nInner\n--b2--\n--b\nContent-Type: text/plain\n"
                      "Content-Disposition: attachment; filename=x.txt\n\nAttached\n--b--\n")
        << QByteArray("Inner");
    QTest::newRow("never closed") << QByteArray(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nStill here\n")
                                  << QByteArray("Still here");
    QTest::newRow("signature") << QByteArray("\nText.\n-- \nAnn\n+1 555\n") << QByteArray("Text.");
    QTest::newRow("flowing lines") << QByteArray(
        "Content-Type: text/plain; format=flowed\n\nPrices fell \nfor a third day.\n \nFrom here \n"
        "they rise.\n  stuffed\n-- \nAnn\n")
                                   << QByteArray(
                                          "Prices fell for a third day.\n\nFrom here they rise.\n\nstuffed");
    QTest::newRow("flowing lines without the space")
        << QByteArray("Content-Type: text/plain; Format=Flowed; DelSp=yes\n\nhttp://w.example/ \nlong\n")
        << QByteArray("http://w.example/long");
    QTest::newRow("a plain part that stands in for the page")
        << QByteArray(
               "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
               "Read this in your browser: https://w.example/1\n--b\nContent-Type: text/html\n\n"
               "<p>Copper fell for a third day on Monday, as stocks rose in the port and the smelters of the "
               "north went on buying nothing at all.</p>\n--b--\n")
        << QByteArray(
               "Copper fell for a third day on Monday, as stocks rose in the port and the smelters of the "
               "north went on buying nothing at all.");
    QTest::newRow("an empty plain part") << QByteArray(
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\n"
        "Content-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>Page</p>\n--c\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--c--\n--b--\n")
                                         << QByteArray("Page");
    QTest::newRow("two texts in a row") << QByteArray(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOne\n--b\nContent-Type: application/pdf\n\n"
        "%PDF\n--b\n\nTwo\n--b--\n") << QByteArray("One\n\nTwo");
    QTest::newRow("signed") << QByteArray("Content-Type: multipart/signed; boundary=b\n\n--b\n\nText\n--b\n"
                                          "Content-Type: application/pgp-signature\n\n-----BEGIN\n--b--\n")
                            << QByteArray("Text");
    QTest::newRow("an attached page where there is no text") << QByteArray(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\n"
        "Content-Type: application/octet-stream; name=\"daily.html\"\nContent-Disposition: attachment\n\n"
        "<h1>Daily</h1><p>Text</p>\n--b--\n") << QByteArray("Daily\n\nText");
    QTest::newRow("a boundary that never comes")
        << QByteArray("Content-Type: multipart/mixed; boundary=b\n\nJust text\n") << QByteArray("Just text");
    QTest::newRow("no boundary named")
        << QByteArray("Content-Type: text/plain\nNo colon in this line\nStill text\n")
        << QByteArray("No colon in this line Still text");
    QTest::newRow("a broken escape") << QByteArray(
        "Content-Transfer-Encoding: quoted-printable\n\n1=1 and =ZZ, caf=C3=A9=")
                                     << QByteArray("1=1 and =ZZ, café");
    QTest::newRow("latin-1") << QByteArray(
        "Content-Type: text/plain; charset=iso-8859-1\n\nGro\xDF und klein\n")
                             << QByteArray("Groß und klein");
}

void MailFileTest::bodies()
{
    QFETCH(QByteArray, rest);
    QTEST(QByteArray::fromStdString(only("From: a@b.example\nSubject: S\n" + rest).body), "body");
}

void MailFileTest::dateAndId()
{
    const base::Article article = only(
        "From: a@b.example\nSubject: S\nDate: Mon, 23 Nov 2026 15:44:00 +0200\nMessage-ID: <1@b>\n\nB\n");
    QVERIFY(article.published.has_value());
    QCOMPARE(base::toIso(*article.published), std::string("2026-11-23T13:44:00Z"));
    QCOMPARE(article.guid, std::string("1@b"));
    const base::Article bad = only("From: a@b.example\nSubject: S\nDate: soon\n\nB\n");
    QCOMPARE(bad.warnings, std::vector<std::string>{"date not readable: soon"});
}

void MailFileTest::lists()
{
    const base::Article article
        = only("From: =?utf-8?Q?Ann_L=C3=A9?= <ann@w.example>\nSubject: S\nList-Id: \"Energy Daily\" "
               "<energy.w.example>\nArchived-At: <https://w.example/1>\n"
               "Content-Language: de\nMessage-ID:\n <2@w.example>\n\nB\n");
    QCOMPARE(article.source, std::string("Energy Daily"));
    QCOMPARE(article.author, std::string("Ann Lé"));
    QCOMPARE(article.url, std::string("https://w.example/1"));
    QCOMPARE(article.language, std::string("de"));
    QCOMPARE(article.guid, std::string("2@w.example"));
    const base::Article nameless
        = only("From: ann@w.example\nSubject: S\nList-Id: <energy.w.example>\n\nB\n");
    QCOMPARE(nameless.source, std::string("ann@w.example"));
    QVERIFY(nameless.author.empty());
}

void MailFileTest::otherDates_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::newRow("of the last server")
        << QByteArray("Received: from a by b; Mon, 23 Nov 2026 13:44:00 +0000\nReceived: from c by a; Mon, "
                      "23 Nov 2026 11:00:00 "
                      "+0000\nFrom: a@b.example\nSubject: S\n\nB\n");
    QTest::newRow("of the mailbox") << QByteArray(
        "From a@b.example Mon Nov 23 13:44:00 2026\nFrom: a@b.example\nSubject: S\n\nB\n");
}

void MailFileTest::otherDates()
{
    QFETCH(QByteArray, mail);
    const base::Article article = only(mail);
    QVERIFY(article.published.has_value());
    QCOMPARE(base::toIso(*article.published), std::string("2026-11-23T13:44:00Z"));
}

void MailFileTest::messagesInMessages()
{
    const auto list = ingest::readMailFile("From: A <a@b.example>\nSubject: Fwd: One\nContent-Type: "
                                           "multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\n"
                                           "Content-Type: message/rfc822\n\nFrom: C <c@d.example>\nSubject: "
                                           "One\nMessage-ID: <1@d>\n\nThe text.\n--b--\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->articles[0].body, std::string("See below."));
    QCOMPARE(list->articles[1].title, std::string("One"));
    QCOMPARE(list->articles[1].source, std::string("C"));
    QCOMPARE(list->articles[1].body, std::string("The text."));
    const auto digest = ingest::readMailFile(
        "From: A <a@b.example>\nSubject: Digest\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nFrom: "
        "C <c@d.example>\nSubject: One\n\nFirst.\n--b\n\nFrom: E <e@d.example>\nSubject: "
        "Two\n\nSecond.\n--b--\n");
    QVERIFY(digest);
    QCOMPARE(digest->articles.size(), std::size_t(2));
    QCOMPARE(digest->articles[1].title, std::string("Two"));
}

void MailFileTest::encrypted()
{
    const auto list = ingest::readMailFile(
        "From: a@b.example\nSubject: S\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
        "application/pgp-encrypted\n\nVersion: 1\n--b--\n");
    QVERIFY(!list);
    QVERIFY(list.error().message.find("the message is encrypted") != std::string::npos);
}

void MailFileTest::parameters_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("text/plain; NAME=a.txt; x=y") << QByteArray("a.txt");
    QTest::newRow("quoted, with spaces") << QByteArray("text/plain; name = \"a b;c\"") << QByteArray("a b;c");
    QTest::newRow("end of another") << QByteArray("text/plain; filename=x") << QByteArray();
    QTest::newRow("in pieces") << QByteArray("text/plain; name*0=\"a b\"; name*1=c") << QByteArray("a bc");
    QTest::newRow("in encoded pieces")
        << QByteArray("x/y; name*0*=utf-8'de'a%C3; name*1*=%BC; name*2=z") << QByteArray("aüz");
    QTest::newRow("none") << QByteArray("text/plain") << QByteArray();
}

void MailFileTest::parameters()
{
    QFETCH(QByteArray, value);
    QTEST(QByteArray::fromStdString(ingest::headerParameter(value.toStdString(), "name")), "expected");
}

void MailFileTest::deepAndMany()
{
    QByteArray deep = "From: a@b.example\nSubject: S\n";
    for (int level = 0; level < 200; ++level)
        deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(level) + "\n\n--b"
            + QByteArray::number(level) + "\n";
    QVERIFY(ingest::readMailFile((deep + "\nText").toStdString()));
    QByteArray many = "From: a@b.example\nSubject: S\nContent-Type: multipart/mixed; boundary=b\n\n";
    for (int part = 0; part < 100000; ++part)
        many += "--b\n\n";
    many += "--b\n\nText\n--b--\n";
    QVERIFY(ingest::readMailFile(many.toStdString()));
}

void MailFileTest::mailboxes()
{
    const auto list = ingest::readMailFile(
        "From a@b Mon Nov 23 13:44:00 2026\nFrom: A <a@b.example>\nSubject: One\n\nText.\n"
        "From here on prices rose.\n>From that day too.\n>>From twice.\n\n"
        "From c@d Mon Nov 23 14:44:00 2026\nX-Empty: 1\n\n\n"
        "From c@d Mon Nov 23 14:45:00 2026\nFrom: C <c@d.example>\nSubject: Two\n\nMore.\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->articles[0].body,
        std::string("Text. From here on prices rose. From that day too. >From twice."));
    QCOMPARE(list->articles[1].title, std::string("Two"));
    QCOMPARE(list->articles[1].source, std::string("C"));
    QCOMPARE(list->warnings, std::vector<std::string>{"message 2 has neither subject nor text"});
}

void MailFileTest::looksLikeMail()
{
    QVERIFY(ingest::looksLikeMail("Received: by x\nFrom: a@b\nSubject: S\n\nB"));
    QVERIFY(ingest::looksLikeMail("From a@b Mon Nov 23 13:44:00 2026\nSubject: S\n\nB"));
    QVERIFY(ingest::looksLikeMail("\xEF\xBB\xBF\r\nFrom: a@b\r\nSubject: S\r\n\r\nB"));
    QVERIFY(!ingest::looksLikeMail("From the desk: a view\nNote: prices rose.\n"));
    QVERIFY(!ingest::looksLikeMail("From the desk of the editor\nPrices rose.\n"));
    QVERIFY(!ingest::looksLikeMail("Title: T\nDate: 2026-01-01\nDate: 2026-01-02\n\nB"));
    QVERIFY(!ingest::looksLikeMail("Prices rose\nfrom: 5\nto: 6\n"));
    QVERIFY(!ingest::looksLikeMail("<html><body>From: x\nSubject: y</body></html>"));
}

void MailFileTest::rejects()
{
    const auto list = ingest::readMailFile("X-Nothing: here\n\n");
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(MailFileTest)
#include "mailfile_test.moc"
