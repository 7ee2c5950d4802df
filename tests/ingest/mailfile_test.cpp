// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/files/mailfile.h>

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

void MailFileTest::mailboxes()
{
    const auto list = ingest::readMailFile(
        "From a@b Mon Nov 23 13:44:00 2026\nFrom: A <a@b.example>\nSubject: One\n\nText.\n"
        "From here on prices rose.\n>From that day too.\n\n"
        "From c@d Mon Nov 23 14:44:00 2026\nX-Empty: 1\n\n\n"
        "From c@d Mon Nov 23 14:45:00 2026\nFrom: C <c@d.example>\nSubject: Two\n\nMore.\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->articles[0].body, std::string("Text. From here on prices rose. From that day too."));
    QCOMPARE(list->articles[1].title, std::string("Two"));
    QCOMPARE(list->articles[1].source, std::string("C"));
    QCOMPARE(list->warnings, std::vector<std::string>{"message 2 has neither subject nor text"});
}

void MailFileTest::looksLikeMail()
{
    QVERIFY(ingest::looksLikeMail("Received: by x\nFrom: a@b\nSubject: S\n\nB"));
    QVERIFY(ingest::looksLikeMail("From a@b Mon Nov 23 13:44:00 2026\nSubject: S\n\nB"));
    QVERIFY(!ingest::looksLikeMail("From the desk of the editor\nPrices rose.\n"));
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
