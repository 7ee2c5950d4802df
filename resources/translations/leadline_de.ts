<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QMessageBox</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>No words of the article: this term is an assumption of the scoring.</source>
        <translation>Keine Wörter des Artikels: Dieser Summand ist eine Annahme der Bewertung.</translation>
    </message>
    <message>
        <source>Sum %1, shown as %2 (%3)</source>
        <translation>Summe %1, angezeigt als %2 (%3)</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Any impact</source>
        <translation>Jede Wirkung</translation>
    </message>
    <message>
        <source>Impact ≥ 0.2</source>
        <translation>Wirkung ≥ 0.2</translation>
    </message>
    <message>
        <source>Impact ≥ 0.4</source>
        <translation>Wirkung ≥ 0.4</translation>
    </message>
    <message>
        <source>Impact ≥ 0.6</source>
        <translation>Wirkung ≥ 0.6</translation>
    </message>
    <message>
        <source>Sort: impact</source>
        <translation>↓ Wirkung</translation>
    </message>
    <message>
        <source>Sort: published</source>
        <translation>↓ Datum</translation>
    </message>
    <message>
        <source>Sort: received</source>
        <translation>↓ Eingang</translation>
    </message>
    <message>
        <source>Sort: last read</source>
        <translation>↓ gelesen</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht analysiert</translation>
    </message>
    <message>
        <source>The text is stored and can be searched; it stands under Full text.</source>
        <translation>Der Text ist gespeichert und durchsuchbar; er steht unter „Volltext“.</translation>
    </message>
    <message>
        <source>The article supports no further analysis.</source>
        <translation>Der Artikel gibt keine weitere Analyse her.</translation>
    </message>
    <message>
        <source>No company, country, institution or commodity was recognised.</source>
        <translation>Kein Unternehmen, kein Land, keine Institution und kein Rohstoff wurde erkannt.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>score %1 × weight %2</source>
        <translation>Wert %1 × Gewicht %2</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of an entity</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>+%1 src</source>
        <comment>further sources of the story</comment>
        <translation>+%1 Qu.</translation>
    </message>
    <message>
        <source>no article</source>
        <translation>kein Artikel</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>%1 · sentiment %2 · impact %3 · volume %4</source>
        <translation>%1 · Stimmung %2 · Wirkung %3 · Aufkommen %4</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>einer Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>zuerst %1</translation>
    </message>
    <message>
        <source>last told %1 ago</source>
        <translation>zuletzt: %1</translation>
    </message>
    <message>
        <source>impact %1, sentiment %2</source>
        <translation>Wirkung %1, Stimmung %2</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>+%1 art</source>
        <comment>further articles of the story</comment>
        <translation>+%1 Art.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>%1, revision %2</source>
        <translation>%1, Fassung %2</translation>
    </message>
    <message>
        <source>; same story, held back</source>
        <translation>; dieselbe Story, zurückgehalten</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Zutreffend</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>impact %1</source>
        <translation>Wirkung %1</translation>
    </message>
    <message>
        <source>sentiment %1</source>
        <translation>Stimmung %1</translation>
    </message>
    <message>
        <source>novelty %1</source>
        <translation>Neuheit %1</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Analyseprogramm</translation>
    </message>
    <message>
        <source>%1 · pack %2</source>
        <translation>%1 · Daten %2</translation>
    </message>
    <message>
        <source>Open article</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Open article: %1</source>
        <translation>Artikel öffnen: %1</translation>
    </message>
    <message>
        <source>The article is gone; this receipt stays.</source>
        <translation>Der Artikel ist entfernt; dieser Nachweis bleibt.</translation>
    </message>
    <message>
        <source>It would fire on this article</source>
        <translation>Bei diesem Artikel würde sie auslösen</translation>
    </message>
    <message>
        <source>Why %1 does not fire</source>
        <translation>Warum %1 nicht auslöst</translation>
    </message>
    <message>
        <source>✓ holds</source>
        <translation>✓ trifft zu</translation>
    </message>
    <message>
        <source>✕ fails</source>
        <translation>✕ trifft nicht zu</translation>
    </message>
</context>
<context>
    <name>app::AlertDelivery</name>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>it was ended</source>
        <translation>er wurde beendet</translation>
    </message>
    <message>
        <source>it ended with %1. %2</source>
        <translation>er endete mit %1. %2</translation>
    </message>
    <message>
        <source>%1; it waits in the list</source>
        <translation>%1; er wartet in der Liste</translation>
    </message>
</context>
<context>
    <name>app::AlertDesk</name>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Removed: %1; its firings stay</source>
        <translation>Entfernt: %1; die Auslösungen bleiben</translation>
    </message>
    <message>
        <source>%1 sleeps until %2 UTC</source>
        <translation>%1 ruht bis %2 UTC</translation>
    </message>
    <message>
        <source>%1 is awake</source>
        <translation>%1 ist wieder wach</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) acknowledged</source>
        <translation>
            <numerusform>%n Alarm quittiert</numerusform>
            <numerusform>%n Alarme quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) sleep for an hour</source>
        <translation>
            <numerusform>%n Regel ruht eine Stunde</numerusform>
            <numerusform>%n Regeln ruhen eine Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>%1: %2 members read</source>
        <translation>%1: %2 Mitglieder gelesen</translation>
    </message>
    <message>
        <source>; %1 left out (%2)</source>
        <translation>; %1 ausgelassen (%2)</translation>
    </message>
    <message>
        <source>Undone: there is no watchlist %1</source>
        <translation>Zurückgenommen: es gibt keine Beobachtungsliste %1</translation>
    </message>
    <message>
        <source>Undone: watchlist %1 is as it was</source>
        <translation>Zurückgenommen: Beobachtungsliste %1 ist wie zuvor</translation>
    </message>
    <message>
        <source>%1 is called %2 now</source>
        <translation>%1 heißt jetzt %2</translation>
    </message>
    <message>
        <source>Undone: it is called %1 again</source>
        <translation>Zurückgenommen: sie heißt wieder %1</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>The pack folder does not fit: %1</source>
        <translation>Der pack-Ordner ist fehlerhaft: %1</translation>
    </message>
    <message>
        <source>Nothing is analysed: %1</source>
        <translation>Nichts wird analysiert: %1</translation>
    </message>
    <message>
        <source>Subscribed: %1 (%2)</source>
        <translation>Abonniert: %1 (%2)</translation>
    </message>
    <message>
        <source>Subscribed: %1 (%2). The page also names %3</source>
        <translation>Abonniert: %1 (%2). Die Seite nennt auch %3</translation>
    </message>
    <message>
        <source>%1 read by its columns: %2</source>
        <translation>%1 nach Spalten gelesen: %2</translation>
    </message>
    <message>
        <source>%1: its columns are asked for when it is read again</source>
        <translation>%1: Nach den Spalten wird beim nächsten Lesen gefragt</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>analysis queue empty</source>
        <translation>nichts zu analysieren</translation>
    </message>
    <message>
        <source>%1 articles added, %2 revised, %3 unchanged</source>
        <translation>%1 Artikel neu, %2 überarbeitet, %3 unverändert</translation>
    </message>
    <message>
        <source>Other data are in use; articles are analysed again.</source>
        <translation>Andere Daten gelten jetzt; die Artikel werden neu analysiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s): %1</source>
        <translation>
            <numerusform>%n Alarm: %1</numerusform>
            <numerusform>%n Alarme: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>An accepted decision is in another state; the Decisions page (G, D) says why.</source>
        <translation>Eine angenommene Entscheidung hat einen anderen Stand; die Seite Entscheidungen (G, D) sagt, warum.</translation>
    </message>
</context>
<context>
    <name>app::BriefDesk</name>
    <message>
        <source>%1 is Leadline&apos;s own store; it was left as it is.</source>
        <translation>%1 ist Leadlines eigene Datenbank; sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>Brief written: %1</source>
        <translation>Kurzbericht geschrieben: %1</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>Abgebrochen: Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Der Drucker antwortet nicht.</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>Der Druck wurde abgebrochen.</translation>
    </message>
    <message>
        <source>One page sent to the printer.</source>
        <translation>Eine Seite an den Drucker gesendet.</translation>
    </message>
    <message>
        <source>%1 pages sent to the printer.</source>
        <translation>%1 Seiten an den Drucker gesendet.</translation>
    </message>
</context>
<context>
    <name>app::ChangesDesk</name>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Looked at. Ctrl+Z takes it back.</source>
        <translation>Als gesichtet vermerkt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Not looked at since before.</source>
        <translation>Der Vermerk ist zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>app::ControlDesk</name>
    <message>
        <source>keys.toml cannot be read (%1): all commands have their usual keys.</source>
        <translation>keys.toml ist nicht lesbar (%1): Alle Befehle haben ihre üblichen Tasten.</translation>
    </message>
    <message>
        <source>settings.toml cannot be read (%1). What was in use stays so; once something is changed here, the file is kept under another name and a new one is written.</source>
        <translation>settings.toml ist nicht lesbar (%1). Was galt, gilt weiter; sobald hier etwas geändert wird, bleibt die Datei unter anderem Namen erhalten, und eine neue wird geschrieben.</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1 verlangt %2.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The file of settings that could not be read is kept as %1.</source>
        <translation>Die unlesbare Datei der Einstellungen ist als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Keys not saved: %1</source>
        <translation>Tasten nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The file of keys that could not be read is kept as %1.</source>
        <translation>Die unlesbare Datei der Tasten ist als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The file of layouts that could not be read is kept as %1.</source>
        <translation>Die Datei der Anordnungen, die nicht gelesen werden konnte, bleibt als %1.</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>there is no session bus</source>
        <translation>es gibt keinen Sitzungsbus</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 h ruhen</translation>
    </message>
    <message>
        <source>the desktop has no notification service</source>
        <translation>die Arbeitsfläche hat keinen Benachrichtigungsdienst</translation>
    </message>
</context>
<context>
    <name>app::ExportDesk</name>
    <message>
        <source>%1: the name has to end in .json, .ndjson, .csv or .md</source>
        <translation>%1: Der Name muss auf .json, .ndjson, .csv oder .md enden</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>1 article written to %1</source>
        <translation>1 Artikel nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 articles written to %2</source>
        <translation>%1 Artikel nach %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>app::IngestJob</name>
    <message>
        <source>analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>columns of tables</source>
        <translation>Tabellenspalten</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>app::LedgerDesk</name>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Undone: the decision is not in the ledger.</source>
        <translation>Rückgängig: Die Entscheidung steht nicht im Entscheidungsbuch.</translation>
    </message>
    <message>
        <source>Kept in the ledger.</source>
        <translation>Im Entscheidungsbuch festgehalten.</translation>
    </message>
    <message>
        <source>Taken out of the ledger.</source>
        <translation>Aus dem Entscheidungsbuch genommen.</translation>
    </message>
    <message>
        <source>Undone: the decision is in the ledger again.</source>
        <translation>Rückgängig: Die Entscheidung steht wieder im Entscheidungsbuch.</translation>
    </message>
</context>
<context>
    <name>app::PackDesk</name>
    <message>
        <source>The draft is not kept: %1</source>
        <translation>Der Entwurf bleibt nicht erhalten: %1</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Not saved: %1 is no name in the pack folder</source>
        <translation>Nicht gespeichert: %1 ist kein Name im pack-Ordner</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 is saved in the pack folder.</source>
        <translation>%1 ist im pack-Ordner gespeichert.</translation>
    </message>
    <message>
        <source>The shipped %1 is in use again.</source>
        <translation>Die mitgelieferte Datei %1 gilt wieder.</translation>
    </message>
</context>
<context>
    <name>app::RetentionDesk</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>All articles are kept.</source>
        <translation>Alle Artikel bleiben erhalten.</translation>
    </message>
    <message>
        <source>Rules saved.</source>
        <translation>Regeln gespeichert.</translation>
    </message>
    <message>
        <source>Not removed: %1</source>
        <translation>Nicht entfernt: %1</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>Entfernt: %1.</translation>
    </message>
    <message>
        <source>Stopped. Removed: %1.</source>
        <translation>Angehalten. Entfernt: %1.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>app::ScheduleDesk</name>
    <message>
        <source>The brief of %1 is written: %2</source>
        <translation>Der Kurzbericht von %1 ist geschrieben: %2</translation>
    </message>
    <message>
        <source>The brief of %1 could not be written: %2. It is not tried again today.</source>
        <translation>Der Kurzbericht von %1 konnte nicht geschrieben werden: %2. Heute wird es nicht noch einmal versucht.</translation>
    </message>
</context>
<context>
    <name>app::SearchDesk</name>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Saved: %1, in the place of its former query</source>
        <translation>Gespeichert: %1, anstelle der früheren Abfrage</translation>
    </message>
    <message>
        <source>Not kept any more: %1</source>
        <translation>Nicht mehr gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 has its former query.</source>
        <translation>%1 hat wieder die frühere Abfrage.</translation>
    </message>
    <message>
        <source>%1 is called %2 now.</source>
        <translation>%1 heißt jetzt %2.</translation>
    </message>
    <message>
        <source>It is called %1 again.</source>
        <translation>Der Name ist wieder %1.</translation>
    </message>
    <message>
        <source>Removed: %1. Ctrl+Z takes it back.</source>
        <translation>Entfernt: %1. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Kept again: %1</source>
        <translation>Wieder gespeichert: %1</translation>
    </message>
    <message>
        <source>The order is as it was.</source>
        <translation>Die Reihenfolge ist wie zuvor.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>app::SourceDesk</name>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>Working offline: asked as soon as you are online again.</source>
        <translation>Offline: Die Abfrage folgt, sobald wieder eine Verbindung besteht.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird abgefragt…</translation>
    </message>
    <message>
        <source>Asking %1 sources…</source>
        <translation>%1 Quellen werden abgefragt…</translation>
    </message>
    <message>
        <source>Removed. Its articles stay.</source>
        <translation>Entfernt. Die Artikel bleiben.</translation>
    </message>
    <message>
        <source>%1 sources removed. Their articles stay.</source>
        <translation>%1 Quellen entfernt. Ihre Artikel bleiben.</translation>
    </message>
    <message>
        <source>Full text is fetched from the next refresh on.</source>
        <translation>Ab dem nächsten Abruf wird der Volltext geholt.</translation>
    </message>
    <message>
        <source>Full text is not fetched any more.</source>
        <translation>Der Volltext wird nicht mehr geholt.</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>Umbenannt.</translation>
    </message>
    <message>
        <source>Moved out of its folder.</source>
        <translation>Aus dem Ordner herausgenommen.</translation>
    </message>
    <message>
        <source>Moved to %1.</source>
        <translation>Nach %1 verschoben.</translation>
    </message>
    <message>
        <source>%1 feeds written to %2</source>
        <translation>%1 Feeds nach %2 geschrieben</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>The catalogue cannot be shown: %1.</source>
        <translation>Der Katalog lässt sich nicht anzeigen: %1.</translation>
    </message>
    <message>
        <source>Subscribed: %1</source>
        <translation>Abonniert: %1</translation>
    </message>
    <message>
        <source>Subscribed to %1 feeds.</source>
        <translation>%1 Feeds abonniert.</translation>
    </message>
</context>
<context>
    <name>app::StateDesk</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Unread again: %1.</source>
        <translation>Wieder ungelesen: %1.</translation>
    </message>
    <message>
        <source>Read again: %1.</source>
        <translation>Wieder gelesen: %1.</translation>
    </message>
    <message>
        <source>%1 marked read.</source>
        <translation>%1 als gelesen markiert.</translation>
    </message>
    <message>
        <source>%1 marked unread.</source>
        <translation>%1 als ungelesen markiert.</translation>
    </message>
    <message>
        <source>Star taken off %1.</source>
        <translation>Stern entfernt: %1.</translation>
    </message>
    <message>
        <source>Star on %1 again.</source>
        <translation>Stern wieder gesetzt: %1.</translation>
    </message>
    <message>
        <source>Star put on %1.</source>
        <translation>Stern gesetzt: %1.</translation>
    </message>
    <message>
        <source>Listed again: %1.</source>
        <translation>Wieder in der Liste: %1.</translation>
    </message>
    <message>
        <source>Hidden again: %1.</source>
        <translation>Wieder ausgeblendet: %1.</translation>
    </message>
    <message>
        <source>%1 hidden. Ctrl+Z takes it back; is:hidden lists what is hidden.</source>
        <translation>%1 ausgeblendet. Strg+Z nimmt es zurück; is:hidden zeigt Ausgeblendetes.</translation>
    </message>
    <message>
        <source>%1 listed again.</source>
        <translation>%1 wieder in der Liste.</translation>
    </message>
    <message>
        <source>Label %1 taken off %2.</source>
        <translation>Schlagwort %1 entfernt: %2.</translation>
    </message>
    <message>
        <source>Label %1 on %2 again.</source>
        <translation>Schlagwort %1 wieder vergeben: %2.</translation>
    </message>
    <message>
        <source>Label %1 put on %2.</source>
        <translation>Schlagwort %1 vergeben: %2.</translation>
    </message>
    <message>
        <source>The note is as it was.</source>
        <translation>Die Notiz ist wie zuvor.</translation>
    </message>
    <message>
        <source>%1 marked read. Ctrl+Z takes it back.</source>
        <translation>%1 als gelesen markiert. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Nichts rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>app::StoryDesk</name>
    <message>
        <source>Not taken out: %1</source>
        <translation>Nicht herausgenommen: %1</translation>
    </message>
    <message>
        <source>Undone: the article is part of its story again.</source>
        <translation>Rückgängig gemacht: Der Artikel gehört wieder zu seiner Story.</translation>
    </message>
    <message>
        <source>Taken out of the story: it is one of its own now.</source>
        <translation>Aus der Story genommen: Der Artikel ist jetzt eine eigene.</translation>
    </message>
    <message>
        <source>Not joined: %1</source>
        <translation>Nicht zusammengeführt: %1</translation>
    </message>
    <message>
        <source>Undone: the stories are apart again.</source>
        <translation>Rückgängig gemacht: Die Storys sind wieder getrennt.</translation>
    </message>
    <message>
        <source>One story now.</source>
        <translation>Jetzt eine einzige Story.</translation>
    </message>
    <message>
        <source>Not undone: %1</source>
        <translation>Nicht rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Undone: the articles are part of their story again.</source>
        <translation>Rückgängig gemacht: Die Artikel gehören wieder zu ihrer Story.</translation>
    </message>
    <message>
        <source>Taken out of the story: they are one of their own now.</source>
        <translation>Aus der Story genommen: Die Artikel sind jetzt eine eigene.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>As it was before.</source>
        <translation>Wie es vorher war.</translation>
    </message>
</context>
<context>
    <name>app::StoryListDesk</name>
    <message>
        <source>The newest %1 articles of the story are listed.</source>
        <translation>Die neuesten %1 Artikel der Story sind aufgeführt.</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>negligible</source>
        <translation>vernachlässigbar</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>very high</source>
        <translation>sehr hoch</translation>
    </message>
    <message>
        <source>small company</source>
        <translation>kleines Unternehmen</translation>
    </message>
    <message>
        <source>single company</source>
        <translation>ein Unternehmen</translation>
    </message>
    <message>
        <source>industry-wide</source>
        <translation>branchenweit</translation>
    </message>
    <message>
        <source>sector-wide</source>
        <translation>sektorweit</translation>
    </message>
    <message>
        <source>several sectors</source>
        <translation>mehrere Sektoren</translation>
    </message>
    <message>
        <source>region-wide</source>
        <translation>ganze Region</translation>
    </message>
    <message>
        <source>global</source>
        <translation>weltweit</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>breadth</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>novelty</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>other events</source>
        <translation>weitere Ereignisse</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>mildly negative</source>
        <translation>leicht negativ</translation>
    </message>
    <message>
        <source>moderately negative</source>
        <translation>mäßig negativ</translation>
    </message>
    <message>
        <source>strongly negative</source>
        <translation>stark negativ</translation>
    </message>
    <message>
        <source>mildly positive</source>
        <translation>leicht positiv</translation>
    </message>
    <message>
        <source>moderately positive</source>
        <translation>mäßig positiv</translation>
    </message>
    <message>
        <source>strongly positive</source>
        <translation>stark positiv</translation>
    </message>
    <message>
        <source>news</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>explainer</source>
        <translation>Erklärstück</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>Meinung</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>Marktbericht</translation>
    </message>
    <message>
        <source>recap</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>vollzogen</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>angekündigt</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>explanatory</source>
        <translation>erläuternd</translation>
    </message>
    <message>
        <source>threatened</source>
        <translation>angedroht</translation>
    </message>
    <message>
        <source>rumoured</source>
        <translation>gerüchteweise</translation>
    </message>
    <message>
        <source>conditional</source>
        <translation>bedingt</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>dementiert</translation>
    </message>
    <message>
        <source>historical</source>
        <translation>zurückliegend</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>Behörde</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>central bank</source>
        <translation>Notenbank</translation>
    </message>
    <message>
        <source>commodity</source>
        <translation>Rohstoff</translation>
    </message>
    <message>
        <source>company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>fund</source>
        <translation>Fonds</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>Zinskurve</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>fade</source>
        <translation>Gegenposition</translation>
    </message>
    <message>
        <source>fx</source>
        <translation>Devisen</translation>
    </message>
    <message>
        <source>hedge</source>
        <translation>Absicherung</translation>
    </message>
    <message>
        <source>long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>long / short</source>
        <translation>Long / Short</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>short</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Top by impact</source>
        <translation>Größte Wirkung</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>Zuletzt gelesen</translation>
    </message>
    <message>
        <source>With decisions</source>
        <translation>Mit Entscheidungen</translation>
    </message>
    <message>
        <source>both words, whole, anywhere in the text</source>
        <translation>beide Wörter, ganz, irgendwo im Text</translation>
    </message>
    <message>
        <source>either</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <source>without it; also NOT oil</source>
        <translation>ohne dieses Wort; auch NOT oil</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>eine Gruppe</translation>
    </message>
    <message>
        <source>these words in this order</source>
        <translation>diese Wörter in dieser Folge</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>Wörter, die so beginnen</translation>
    </message>
    <message>
        <source>at most five words between them</source>
        <translation>höchstens fünf Wörter dazwischen</translation>
    </message>
    <message>
        <source>in the headline only</source>
        <translation>nur in der Überschrift</translation>
    </message>
    <message>
        <source>in the text only</source>
        <translation>nur im Text</translation>
    </message>
    <message>
        <source>from a source of this name</source>
        <translation>aus einer Quelle dieses Namens</translation>
    </message>
    <message>
        <source>by an author of this name</source>
        <translation>von einem Verfasser dieses Namens</translation>
    </message>
    <message>
        <source>about this topic</source>
        <translation>zu diesem Thema</translation>
    </message>
    <message>
        <source>names the instrument</source>
        <translation>nennt das Wertpapier</translation>
    </message>
    <message>
        <source>names this company, country, commodity</source>
        <translation>nennt Unternehmen, Land oder Rohstoff</translation>
    </message>
    <message>
        <source>reports such an event</source>
        <translation>berichtet von einem solchen Ereignis</translation>
    </message>
    <message>
        <source>in this language</source>
        <translation>in dieser Sprache</translation>
    </message>
    <message>
        <source>news, explainer, opinion, wrap, recap</source>
        <translation>news (Meldung), explainer (Erklärstück), opinion (Meinung), wrap (Marktbericht), recap (Rückblick)</translation>
    </message>
    <message>
        <source>of this story</source>
        <translation>aus dieser Story</translation>
    </message>
    <message>
        <source>carries your label</source>
        <translation>trägt dieses Schlagwort</translation>
    </message>
    <message>
        <source>also read, starred, hidden</source>
        <translation>auch read (gelesen), starred (mit Stern), hidden (ausgeblendet)</translation>
    </message>
    <message>
        <source>also note, alert, label</source>
        <translation>auch note (Notiz), alert (Alarm), label (Schlagwort)</translation>
    </message>
    <message>
        <source>0 to 1; &lt; &lt;= = &gt;= &gt;</source>
        <translation>0 bis 1; &lt; &lt;= = &gt;= &gt;</translation>
    </message>
    <message>
        <source>−1 to +1</source>
        <translation>−1 bis +1</translation>
    </message>
    <message>
        <source>0 to 100: new within its story</source>
        <translation>0 bis 100: neu innerhalb der Story</translation>
    </message>
    <message>
        <source>0 to 100: of its leading entity</source>
        <translation>0 bis 100: der wichtigsten Entität</translation>
    </message>
    <message>
        <source>also today, 24h, 2026-03, 2026-03-01..2026-03-15</source>
        <translation>auch today (heute), 24h, 2026-03, 2026-03-01..2026-03-15</translation>
    </message>
    <message>
        <source>when it came in; the same forms</source>
        <translation>wann er eintraf; dieselben Formen</translation>
    </message>
    <message>
        <source>what a saved search finds</source>
        <translation>was eine gespeicherte Suche findet</translation>
    </message>
    <message>
        <source>also published, received, relevance, read</source>
        <translation>auch published (Veröffentlichung), received (Eingang), relevance (Relevanz), read (zuletzt gelesen)</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>with a star</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>taken out of the lists</source>
        <translation>aus den Listen genommen</translation>
    </message>
    <message>
        <source>with scores</source>
        <translation>mit Bewertung</translation>
    </message>
    <message>
        <source>with key decisions</source>
        <translation>mit Entscheidungen</translation>
    </message>
    <message>
        <source>with your note</source>
        <translation>mit eigener Notiz</translation>
    </message>
    <message>
        <source>an alert rule fired</source>
        <translation>ein Alarm wurde ausgelöst</translation>
    </message>
    <message>
        <source>with a label</source>
        <translation>mit Schlagwort</translation>
    </message>
    <message>
        <source>highest first</source>
        <translation>höchste zuerst</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>last come first</source>
        <translation>zuletzt eingegangene zuerst</translation>
    </message>
    <message>
        <source>best match first</source>
        <translation>beste Treffer zuerst</translation>
    </message>
    <message>
        <source>last read first</source>
        <translation>zuletzt gelesene zuerst</translation>
    </message>
    <message>
        <source>last read first; only what was read</source>
        <translation>zuletzt gelesene zuerst; nur Gelesenes</translation>
    </message>
    <message>
        <source>since midnight, UTC</source>
        <translation>seit Mitternacht, UTC</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>am Tag davor</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the last seven days</source>
        <translation>die letzten sieben Tage</translation>
    </message>
    <message>
        <source>the last four weeks</source>
        <translation>die letzten vier Wochen</translation>
    </message>
    <message>
        <source>ticker</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>names a member of your watchlist</source>
        <translation>nennt ein Mitglied der Beobachtungsliste</translation>
    </message>
</context>
<context>
    <name>items::ArticleListModel</name>
    <message>
        <source>impact %1, sentiment %2</source>
        <translation>Wirkung %1, Stimmung %2</translation>
    </message>
    <message>
        <source>waiting for its analysis</source>
        <translation>wartet auf die Analyse</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Schlagwort %1</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>of the story above</source>
        <translation>aus der Story darüber</translation>
    </message>
    <message>
        <source>%1 more of its story folded in</source>
        <translation>%1 weitere der Story eingeklappt</translation>
    </message>
    <message>
        <source>%1 more of its story below</source>
        <translation>%1 weitere der Story darunter</translation>
    </message>
    <message>
        <source>on watchlist %1</source>
        <translation>auf Beobachtungsliste %1</translation>
    </message>
    <message>
        <source>On your watchlists: %1</source>
        <translation>Auf Ihren Beobachtungslisten: %1</translation>
    </message>
</context>
<context>
    <name>items::CatalogueModel</name>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>1 feed</source>
        <translation>1 Feed</translation>
    </message>
    <message>
        <source>%1 feeds</source>
        <translation>%1 Feeds</translation>
    </message>
    <message>
        <source>subscribed</source>
        <translation>abonniert</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
</context>
<context>
    <name>items::ChangesModel</name>
    <message>
        <source>text revised</source>
        <translation>Text überarbeitet</translation>
    </message>
    <message>
        <source>another version of the engine</source>
        <translation>andere Fassung des Analyseprogramms</translation>
    </message>
    <message>
        <source>playbooks and lists changed</source>
        <translation>Playbooks und Listen geändert</translation>
    </message>
    <message>
        <source>later news</source>
        <translation>spätere Nachrichten</translation>
    </message>
    <message>
        <source>New articles</source>
        <translation>Neue Artikel</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>Überarbeitet</translation>
    </message>
    <message>
        <source>Scores that moved</source>
        <translation>Veränderte Bewertungen</translation>
    </message>
    <message>
        <source>impact %1</source>
        <translation>Wirkung %1</translation>
    </message>
    <message>
        <source>revised %1</source>
        <translation>überarbeitet %1</translation>
    </message>
    <message>
        <source>sentiment %1</source>
        <translation>Stimmung %1</translation>
    </message>
</context>
<context>
    <name>items::CommandListModel</name>
    <message>
        <source>%1, no key</source>
        <translation>%1, keine Taste</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>items::DeliveryListModel</name>
    <message>
        <source>the command failed: %1</source>
        <translation>der Befehl schlug fehl: %1</translation>
    </message>
    <message>
        <source>not told: %1</source>
        <translation>nicht gemeldet: %1</translation>
    </message>
    <message>
        <source>told in the tray; %1</source>
        <translation>in der Taskleiste gemeldet; %1</translation>
    </message>
    <message>
        <source>the command ran</source>
        <translation>der Befehl lief</translation>
    </message>
    <message>
        <source>the command ran: %1</source>
        <translation>der Befehl lief: %1</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>hörbar gemeldet</translation>
    </message>
    <message>
        <source>listed, as the rule has it</source>
        <translation>nur gelistet, wie es die Regel will</translation>
    </message>
    <message>
        <source>told by the desktop, with others</source>
        <translation>mit anderen von der Arbeitsfläche gemeldet</translation>
    </message>
    <message>
        <source>told by the desktop</source>
        <translation>von der Arbeitsfläche gemeldet</translation>
    </message>
</context>
<context>
    <name>items::FetchLogModel</name>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>Überarbeitet</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>items::FiringListModel</name>
    <message>
        <source>%1 held back</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
</context>
<context>
    <name>items::LabelModel</name>
    <message>
        <source>New label “%1”</source>
        <translation>Neues Schlagwort „%1“</translation>
    </message>
    <message>
        <source>%1, %2 articles</source>
        <translation>%1, %2 Artikel</translation>
    </message>
    <message>
        <source>%1, carried</source>
        <translation>%1, vergeben</translation>
    </message>
    <message>
        <source>%1, carried by some</source>
        <translation>%1, teilweise vergeben</translation>
    </message>
</context>
<context>
    <name>items::LedgerModel</name>
    <message>
        <source>Triggered</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1: %2, accepted %3, from %4</source>
        <translation>%1: %2, angenommen am %3, aus %4</translation>
    </message>
    <message>
        <source>open end</source>
        <translation>offenes Ende</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Horizon ends</source>
        <translation>Horizont endet</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>items::MarketMapModel</name>
    <message>
        <source>too few days of news before to tell what is usual</source>
        <translation>zu wenige Tage mit Nachrichten davor, um das Übliche zu kennen</translation>
    </message>
    <message>
        <source>nothing in the %1 days of news before</source>
        <translation>nichts in den %1 Nachrichtentagen davor</translation>
    </message>
    <message>
        <source>%1 the usual %2, the mean of %3 days of news</source>
        <translation>%1 gegenüber üblich %2, dem Mittel von %3 Nachrichtentagen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Mean of the period; for the volume its sum</source>
        <translation>Mittel des Zeitraums; beim Aufkommen die Summe</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>Impact-weighted volume of the last 24 hours beside the usual one</source>
        <translation>Nach Wirkung gewichtetes Aufkommen der letzten 24 Stunden neben dem üblichen</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Aufk.</translation>
    </message>
</context>
<context>
    <name>items::NavigationModel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>%1 articles in 24 hours, mean sentiment</source>
        <translation>%1 Artikel in 24 Stunden, mittlere Stimmung</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Watchlists</source>
        <translation>Beobachtungslisten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
</context>
<context>
    <name>items::PaletteModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Gespeicherte Suche</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Article · %1</source>
        <translation>Artikel · %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search news for “%1”</source>
        <translation>Nachrichten nach „%1“ durchsuchen</translation>
    </message>
    <message>
        <source>Not a search: %1</source>
        <translation>Keine Suche: %1</translation>
    </message>
</context>
<context>
    <name>items::RehearsalModel</name>
    <message>
        <source>fired, %1</source>
        <translation>ausgelöst, %1</translation>
    </message>
    <message>
        <source>story of 1 source</source>
        <translation>Story aus 1 Quelle</translation>
    </message>
    <message>
        <source>story of %1 sources</source>
        <translation>Story aus %1 Quellen</translation>
    </message>
    <message>
        <source>%1 held back</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>near miss: %1</source>
        <translation>knapp verfehlt: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>items::RetentionModel</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Would go</source>
        <translation>Entfiele</translation>
    </message>
    <message>
        <source>A number, “all” to keep all, or nothing: the rule for all sources</source>
        <translation>Eine Zahl, „alle“, um alles zu behalten, oder nichts: dann gilt die allgemeine Regel</translation>
    </message>
</context>
<context>
    <name>items::RuleListModel</name>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>ruht bis %1</translation>
    </message>
    <message>
        <source>cannot fire: %1</source>
        <translation>kann nicht auslösen: %1</translation>
    </message>
    <message>
        <source>has not fired</source>
        <translation>hat nicht ausgelöst</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 je Woche</translation>
    </message>
    <message>
        <source>last %1 ago</source>
        <translation>zuletzt: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>expired %1 ago</source>
        <translation>abgelaufen (%1)</translation>
    </message>
</context>
<context>
    <name>items::SourceListModel</name>
    <message>
        <source>healthy</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not again</source>
        <translation>nicht mehr</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>%1× %2</source>
        <translation>%1× %2</translation>
    </message>
    <message>
        <source>full text is fetched</source>
        <translation>Volltext wird geholt</translation>
    </message>
    <message>
        <source>its files are read as they come</source>
        <translation>neue Dateien werden laufend gelesen</translation>
    </message>
    <message>
        <source>never read with success</source>
        <translation>noch nie erfolgreich gelesen</translation>
    </message>
    <message>
        <source>full text</source>
        <translation>Volltext</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Je Woche</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>items::Times</name>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Febr.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sept.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day of the month, month</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>in %1 m</source>
        <comment>minutes</comment>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <comment>hours</comment>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <comment>days</comment>
        <translation>in %1 T</translation>
    </message>
    <message>
        <source>%1 here</source>
        <translation>%1 hier</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo.</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di.</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi.</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do.</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr.</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa.</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So.</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>weekday, day and month, year</comment>
        <translation>%1 %2 %3</translation>
    </message>
</context>
<context>
    <name>ui::AddFeedDialog</name>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Address of a feed or of a page, or a folder to watch</source>
        <translation>Adresse eines Feeds oder einer Seite oder ein Ordner zum Beobachten</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New and changed files in this folder will be read as they come.</source>
        <translation>Neue und geänderte Dateien in diesem Ordner werden laufend gelesen.</translation>
    </message>
    <message>
        <source>RSS, Atom or JSON. When a page is named, the feed it names is subscribed.</source>
        <translation>RSS, Atom oder JSON. Bei einer Seite wird der Feed abonniert, den sie nennt.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>An http or https address, or the path of a folder, is expected.</source>
        <translation>Erwartet wird eine http- oder https-Adresse oder der Pfad eines Ordners.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Ordner zum Beobachten</translation>
    </message>
</context>
<context>
    <name>ui::AlertsPage</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>+ New rule</source>
        <translation>+ Neue Regel</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Watchlists</source>
        <translation>Beobachtungslisten</translation>
    </message>
    <message>
        <source>+ New</source>
        <translation>+ Neu</translation>
    </message>
    <message>
        <source>New watchlist</source>
        <translation>Neue Beobachtungsliste</translation>
    </message>
    <message>
        <source>Names you follow: tickers, entities, topics and words.</source>
        <translation>Beobachtete Namen: Kürzel, Entitäten, Themen und Wörter.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>No alert rules yet</source>
        <translation>Noch keine Alarmregeln</translation>
    </message>
    <message>
        <source>A rule is a query with a class: it fires once on a story that matches, and keeps what it fired on. Rehearse it over the last days before you save it.</source>
        <translation>Eine Regel ist eine Abfrage mit einer Stufe: Sie löst bei einer passenden Story einmal aus und bewahrt auf, worauf sie sich stützt. Vor dem Speichern lässt sie sich an den letzten Tagen erproben.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>next and previous rule, firing or article</source>
        <translation>nächste und vorige Regel, Auslösung oder Artikel</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>neue Regel</translation>
    </message>
    <message>
        <source>acknowledge the chosen firings</source>
        <translation>gewählte Auslösungen quittieren</translation>
    </message>
    <message>
        <source>acknowledge all</source>
        <translation>alle quittieren</translation>
    </message>
    <message>
        <source>open the article that fired (Enter too)</source>
        <translation>auslösenden Artikel öffnen (auch Eingabe)</translation>
    </message>
    <message>
        <source>why the rule does not fire on the article open in News</source>
        <translation>warum die Regel beim in „Nachrichten“ offenen Artikel nicht auslöst</translation>
    </message>
    <message>
        <source>save the rule</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <source>rehearse, or stop</source>
        <translation>erproben oder anhalten</translation>
    </message>
    <message>
        <source>the rule as a form or as text</source>
        <translation>Regel als Formular oder als Text</translation>
    </message>
    <message>
        <source>take the chosen members off the watchlist</source>
        <translation>gewählte Mitglieder von der Beobachtungsliste nehmen</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>%1 members, %2 articles in seven days</source>
        <translation>%1 Mitglieder, %2 Artikel in sieben Tagen</translation>
    </message>
    <message>
        <source>how alerts were told, or the firings again</source>
        <translation>wie Alarme gemeldet wurden, oder wieder die Auslösungen</translation>
    </message>
</context>
<context>
    <name>ui::ArticleListPanel</name>
    <message>
        <source>Wire</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Time filter</source>
        <translation>Zeitfilter</translation>
    </message>
    <message>
        <source>Impact filter</source>
        <translation>Wirkungsfilter</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>No article is left in this list.</source>
        <translation>In dieser Liste ist kein Artikel übrig.</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Every article (Z)</source>
        <translation>Jeder Artikel (Z)</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>Every story once, its articles folded in (Z)</source>
        <translation>Jede Story einmal, die Artikel eingeklappt (Z)</translation>
    </message>
</context>
<context>
    <name>ui::ArticleWindows</name>
    <message>
        <source>Leadline</source>
        <translation>Leadline</translation>
    </message>
    <message>
        <source>%1 — Leadline</source>
        <translation>%1 – Leadline</translation>
    </message>
</context>
<context>
    <name>ui::AsOfClock</name>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Set the clock back</source>
        <translation>Uhr zurückstellen</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stichtag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Lists, articles, scores and briefs then show only what had been received and analysed by that time. What you starred, labelled or noted stays as it is now.</source>
        <translation>Listen, Artikel, Bewertungen und Kurzberichte zeigen dann nur, was bis dahin eingegangen und analysiert war. Eigene Sterne, Schlagwörter und Notizen bleiben wie jetzt.</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Expected a time like 2026-03-01, 2026-03-01T14:30, yesterday or 7d.</source>
        <translation>Erwartet wird eine Zeit wie 2026-03-01, 2026-03-01T14:30, yesterday oder 7d.</translation>
    </message>
</context>
<context>
    <name>ui::Bell</name>
    <message>
        <source>Alerts: %1 not acknowledged, %2 critical</source>
        <translation>Alarme: %1 nicht quittiert, %2 kritisch</translation>
    </message>
    <message>
        <source>Alerts: %1 not acknowledged</source>
        <translation>Alarme: %1 nicht quittiert</translation>
    </message>
</context>
<context>
    <name>ui::BriefScheduleDialog</name>
    <message>
        <source>Scheduled brief</source>
        <translation>Geplanter Kurzbericht</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>By the clock of this machine, 00:00 to 23:59</source>
        <translation>Nach der Uhr dieses Rechners, 00:00 bis 23:59</translation>
    </message>
    <message>
        <source>What it is of</source>
        <translation>Wovon er handelt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>A query like received:24h impact&gt;=0.3; empty: all articles</source>
        <translation>Eine Abfrage wie received:24h impact&gt;=0.3; leer: alle Artikel</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Folder of the briefs</source>
        <translation>Ordner der Kurzberichte</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>{date}, {time}, {kind} and {title} are filled in. The ending is the format: .pdf, .html, .md, .txt or .json. Nothing in the folder is replaced.</source>
        <translation>{date}, {time}, {kind} und {title} werden ausgefüllt. Die Endung ist das Format: .pdf, .html, .md, .txt oder .json. Nichts im Ordner wird ersetzt.</translation>
    </message>
    <message>
        <source>Missed while Leadline was closed: make it at the next start, the same day</source>
        <translation>Versäumt, während Leadline geschlossen war: beim nächsten Start am selben Tag erstellen</translation>
    </message>
    <message>
        <source>Choose a day.</source>
        <translation>Wählen Sie einen Tag.</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Nennen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>A name or query holds a semicolon.</source>
        <translation>Ein Name oder eine Abfrage enthält ein Semikolon.</translation>
    </message>
</context>
<context>
    <name>ui::BriefSchedules</name>
    <message>
        <source>Desk brief of a query</source>
        <translation>Kurzbericht zu einer Abfrage</translation>
    </message>
    <message>
        <source>What changed since the last one</source>
        <translation>Was sich seit dem letzten geändert hat</translation>
    </message>
    <message>
        <source>Open decisions</source>
        <translation>Offene Entscheidungen</translation>
    </message>
    <message>
        <source>%1 %2: %3, into %4/%5</source>
        <translation>%1 %2: %3, nach %4/%5</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Scheduled briefs</source>
        <translation>Geplante Kurzberichte</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ui::CatalogueDialog</name>
    <message>
        <source>Catalogue of feeds</source>
        <translation>Feed-Katalog</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Filter by name, group, note or address</source>
        <translation>Nach Name, Gruppe, Anmerkung oder Adresse filtern</translation>
    </message>
    <message>
        <source>Filter the catalogue</source>
        <translation>Katalog filtern</translation>
    </message>
    <message>
        <source>Feeds of the catalogue</source>
        <translation>Feeds des Katalogs</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Space marks a feed or a whole group.</source>
        <translation>Die Leertaste markiert einen Feed oder eine ganze Gruppe.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>Der Katalog ist leer.</translation>
    </message>
    <message>
        <source>No feed matches.</source>
        <translation>Kein Feed passt.</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <translation>%1 abonnieren</translation>
    </message>
</context>
<context>
    <name>ui::CommandTable</name>
    <message>
        <source>%1 is no command</source>
        <translation>%1 ist kein Befehl</translation>
    </message>
    <message>
        <source>“%1” is no key (%2)</source>
        <translation>„%1“ ist keine Taste (%2)</translation>
    </message>
    <message>
        <source>%1 is given to two commands; %2 goes without it</source>
        <translation>%1 ist zwei Befehlen zugewiesen; %2 muss ohne auskommen</translation>
    </message>
</context>
<context>
    <name>ui::ControlWindows</name>
    <message>
        <source>The palette begins anew.</source>
        <translation>Die Palette beginnt von vorn.</translation>
    </message>
    <message>
        <source>Not all of keys.toml can be used: %1.</source>
        <translation>Nicht alles in keys.toml ist verwendbar: %1.</translation>
    </message>
    <message>
        <source>In the palette</source>
        <translation>In der Palette</translation>
    </message>
    <message>
        <source>On the Stories page</source>
        <translation>Auf der Seite „Storys“</translation>
    </message>
    <message>
        <source>In the market map</source>
        <translation>In der Marktkarte</translation>
    </message>
    <message>
        <source>In Sources</source>
        <translation>In „Quellen“</translation>
    </message>
    <message>
        <source>In Revisions</source>
        <translation>In „Fassungen“</translation>
    </message>
    <message>
        <source>In Changed since</source>
        <translation>In „Geändert seit“</translation>
    </message>
    <message>
        <source>In Playbooks</source>
        <translation>In „Playbooks“</translation>
    </message>
    <message>
        <source>On a saved search in the navigation</source>
        <translation>Auf einer gespeicherten Suche in der Navigation</translation>
    </message>
    <message>
        <source>In Labels</source>
        <translation>In „Schlagwörter“</translation>
    </message>
    <message>
        <source>In lists to choose from</source>
        <translation>In Auswahllisten</translation>
    </message>
    <message>
        <source>take what was chosen</source>
        <translation>Auswahl übernehmen</translation>
    </message>
    <message>
        <source>In Export brief</source>
        <translation>In „Kurzbericht exportieren“</translation>
    </message>
    <message>
        <source>On the Alerts page</source>
        <translation>Auf der Seite „Alarme“</translation>
    </message>
    <message>
        <source>On the Decisions page</source>
        <translation>Auf der Seite Entscheidungen</translation>
    </message>
</context>
<context>
    <name>ui::CrashReportDialog</name>
    <message>
        <source>The last run ended by a fault</source>
        <translation>Der letzte Lauf endete durch einen Fehler</translation>
    </message>
    <message>
        <source>Leadline ended by a fault of its own. All you did is in the store: every action is written when it is done. This is what was left of that run; it was sent nowhere. It is kept as %1.</source>
        <translation>Leadline endete durch einen eigenen Fehler. Alles Getane steht in der Datenbank: Jede Handlung wird sofort geschrieben. Dies ist, was von jenem Lauf übrig ist; es wurde nirgendwohin gesendet. Es liegt in %1.</translation>
    </message>
    <message>
        <source>What was left</source>
        <translation>Was übrig blieb</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::DayChart</name>
    <message>
        <source>Sentiment by day</source>
        <translation>Stimmung nach Tagen</translation>
    </message>
    <message>
        <source>Impact by day</source>
        <translation>Wirkung nach Tagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::DecisionCard</name>
    <message>
        <source>Decision %1: %2, conviction %3</source>
        <translation>Entscheidung %1: %2, Überzeugung %3</translation>
    </message>
    <message>
        <source>Conviction %1</source>
        <translation>Überzeugung %1</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Exit if</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>%1 evidence</source>
        <translation>Belege: %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Open decision %1</source>
        <translation>Entscheidung %1 öffnen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept decision %1</source>
        <translation>Entscheidung %1 annehmen</translation>
    </message>
    <message>
        <source>Keep this decision in the ledger as it stands</source>
        <translation>Diese Entscheidung unverändert ins Entscheidungsbuch aufnehmen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Take decision %1 back</source>
        <translation>Entscheidung %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Kept in the ledger as it stood on %1; a click takes it back</source>
        <translation>Im Entscheidungsbuch, wie sie am %1 stand; ein Klick nimmt sie zurück</translation>
    </message>
</context>
<context>
    <name>ui::DecisionsPage</name>
    <message>
        <source>Accepted decisions</source>
        <translation>Angenommene Entscheidungen</translation>
    </message>
    <message>
        <source>Decision sheet…</source>
        <translation>Entscheidungsblatt…</translation>
    </message>
    <message>
        <source>A brief of the ledger, to look at, save and print (B)</source>
        <translation>Ein Bericht über das Entscheidungsbuch, zum Ansehen, Speichern und Drucken (B)</translation>
    </message>
    <message>
        <source>Ledger of accepted decisions</source>
        <translation>Entscheidungsbuch der angenommenen Entscheidungen</translation>
    </message>
    <message>
        <source>The decision as it was accepted</source>
        <translation>Die Entscheidung, wie sie angenommen wurde</translation>
    </message>
    <message>
        <source>next and previous decision</source>
        <translation>nächste und vorige Entscheidung</translation>
    </message>
    <message>
        <source>open the article it was made from</source>
        <translation>den Artikel öffnen, aus dem sie stammt</translation>
    </message>
    <message>
        <source>list all, open, triggered, for review, expired</source>
        <translation>alle, offene, ausgelöste, zu prüfende, abgelaufene auflisten</translation>
    </message>
    <message>
        <source>take the decision out of the ledger (Ctrl+Z puts it back)</source>
        <translation>die Entscheidung aus dem Entscheidungsbuch nehmen (Strg+Z legt sie zurück)</translation>
    </message>
    <message>
        <source>decision sheet</source>
        <translation>Entscheidungsblatt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n decision(s)</source>
        <translation>
            <numerusform>%1: %n Entscheidung</numerusform>
            <numerusform>%1: %n Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No decision has this state.</source>
        <translation>Keine Entscheidung hat diesen Stand.</translation>
    </message>
    <message>
        <source>No decision was accepted yet. Accept one beside an article in News (1 to 5, then E): it is kept here as it stood, and later articles that meet its entry or its exit change its state.</source>
        <translation>Noch keine Entscheidung wurde angenommen. Nehmen Sie eine neben einem Artikel in Nachrichten an (1 bis 5, dann E): Sie steht hier, wie sie war, und spätere Artikel, die ihren Einstieg oder Ausstieg treffen, ändern ihren Stand.</translation>
    </message>
    <message>
        <source>As it was accepted</source>
        <translation>Wie sie angenommen wurde</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Open. It has no entry and no exit that an article could meet.</source>
        <translation>Offen. Sie hat keinen Einstieg und keinen Ausstieg, den ein Artikel treffen könnte.</translation>
    </message>
    <message>
        <source>Open. No later article has met its entry or its exit.</source>
        <translation>Offen. Kein späterer Artikel hat ihren Einstieg oder Ausstieg getroffen.</translation>
    </message>
    <message>
        <source>Open this article</source>
        <translation>Diesen Artikel öffnen</translation>
    </message>
    <message>
        <source>Expired: its horizon is over.</source>
        <translation>Abgelaufen: Der Horizont ist zu Ende.</translation>
    </message>
    <message>
        <source>Its horizon is over.</source>
        <translation>Der Horizont ist zu Ende.</translation>
    </message>
    <message>
        <source>It met: %1</source>
        <translation>Getroffen wurde: %1</translation>
    </message>
</context>
<context>
    <name>ui::DecisionsPanel</name>
    <message>
        <source>Key decisions for investors</source>
        <translation>Entscheidungen für Anleger</translation>
    </message>
    <message>
        <source>Key decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Analysis, not investment advice. No live prices are used; levels are relative.</source>
        <translation>Analyse, keine Anlageberatung. Ohne aktuelle Kurse; alle Marken sind relativ.</translation>
    </message>
    <message>
        <source>The article supports no decision.</source>
        <translation>Der Artikel gibt keine Entscheidung her.</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu lesen</translation>
    </message>
    <message>
        <source>Articles are read, analysed and kept on this machine only.</source>
        <translation>Artikel werden nur auf diesem Rechner gelesen, analysiert und aufbewahrt.</translation>
    </message>
    <message>
        <source>Open sample news</source>
        <translation>Beispielnachrichten öffnen</translation>
    </message>
    <message>
        <source>Add feed…</source>
        <translation>Feed hinzufügen…</translation>
    </message>
    <message>
        <source>Open files or OPML…</source>
        <translation>Dateien oder OPML öffnen…</translation>
    </message>
</context>
<context>
    <name>ui::ExportBriefDialog</name>
    <message>
        <source>Export brief</source>
        <translation>Kurzbericht exportieren</translation>
    </message>
    <message>
        <source>next and previous page</source>
        <translation>nächste und vorige Seite</translation>
    </message>
    <message>
        <source>export to a file</source>
        <translation>in eine Datei exportieren</translation>
    </message>
    <message>
        <source>print</source>
        <translation>drucken</translation>
    </message>
    <message>
        <source>copy as rich text</source>
        <translation>als formatierten Text kopieren</translation>
    </message>
    <message>
        <source>cancel what is under way, else close</source>
        <translation>Laufendes abbrechen, sonst schließen</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>The story of this article</source>
        <translation>Die Story dieses Artikels</translation>
    </message>
    <message>
        <source>The %1 chosen articles</source>
        <translation>Die %1 gewählten Artikel</translation>
    </message>
    <message>
        <source>All of this view</source>
        <translation>Alle dieser Ansicht</translation>
    </message>
    <message>
        <source>Changed since a brief…</source>
        <translation>Seit einem Kurzbericht geändert…</translation>
    </message>
    <message>
        <source>Decision sheet</source>
        <translation>Entscheidungsblatt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Articles told in full</source>
        <translation>Vollständig wiedergegebene Artikel</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML, eine Datei</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page as it will be</source>
        <translation>Seite, wie sie sein wird</translation>
    </message>
    <message>
        <source>Pages written</source>
        <translation>Geschriebene Seiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as rich text (Ctrl+C)</source>
        <translation>Als formatierten Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The former brief&apos;s sidecar</source>
        <translation>Begleitdatei des früheren Kurzberichts</translation>
    </message>
    <message>
        <source>Sidecar of a brief (*.json)</source>
        <translation>Begleitdatei eines Kurzberichts (*.json)</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>Seiten werden vorbereitet…</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 Seiten</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Druck läuft…</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>No text here</source>
        <translation>Hier ist kein Text</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::FiringDays</name>
    <message>
        <source>Firings a day</source>
        <translation>Auslösungen je Tag</translation>
    </message>
    <message>
        <source>Firings a day: %1 in %2 days, %3 at most</source>
        <translation>Auslösungen je Tag: %1 in %2 Tagen, höchstens %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::FiringsPanel</name>
    <message>
        <source>Firings</source>
        <translation>Auslösungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Only what is not acknowledged</source>
        <translation>Nur nicht Quittiertes</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>Diese Regel</translation>
    </message>
    <message>
        <source>Only of the chosen rule</source>
        <translation>Nur die der gewählten Regel</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Shift+E; Ctrl+Z takes it back</source>
        <translation>Umschalt+E; Strg+Z nimmt es zurück</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Warum nicht?</translation>
    </message>
    <message>
        <source>Ask of the open article</source>
        <translation>Am offenen Artikel prüfen</translation>
    </message>
    <message>
        <source>Nothing waits to be acknowledged.</source>
        <translation>Nichts ist zu quittieren.</translation>
    </message>
    <message>
        <source>This rule has not fired yet.</source>
        <translation>Diese Regel hat noch nicht ausgelöst.</translation>
    </message>
    <message>
        <source>No rule has fired yet. What fires stands here, with what it rests on.</source>
        <translation>Noch hat keine Regel ausgelöst. Hier steht, was auslöst und worauf es sich stützt.</translation>
    </message>
    <message>
        <source>Receipt · %1</source>
        <translation>Nachweis · %1</translation>
    </message>
    <message>
        <source>Crossed: %1</source>
        <translation>Überschritten: %1</translation>
    </message>
    <message>
        <source>Acknowledged %1</source>
        <translation>Quittiert %1</translation>
    </message>
    <message>
        <source>Delivered %1; not acknowledged</source>
        <translation>Zugestellt %1; nicht quittiert</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Nicht quittiert</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Choose a rule to ask it of an article.</source>
        <translation>Eine Regel wählen, um sie an einem Artikel zu prüfen.</translation>
    </message>
    <message>
        <source>Open an article in News, or choose one of the rehearsal, to see which clause kept it out.</source>
        <translation>In „Nachrichten“ einen Artikel öffnen oder einen aus der Erprobung wählen, um zu sehen, welche Bedingung ihn ausschloss.</translation>
    </message>
    <message>
        <source>Asks “%1” of the article that is open in News.</source>
        <translation>Prüft „%1“ an dem Artikel, der in „Nachrichten“ offen ist.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How alerts were told, and where that failed (L)</source>
        <translation>Wie Alarme gemeldet wurden und wo das fehlschlug (L)</translation>
    </message>
    <message>
        <source>Delivery log</source>
        <translation>Meldeprotokoll</translation>
    </message>
    <message>
        <source>Nothing was told yet. Each try stands here: when, of which rule, by what way, and what became of it.</source>
        <translation>Noch wurde nichts gemeldet. Jeder Versuch steht hier: wann, von welcher Regel, auf welchem Weg und was daraus wurde.</translation>
    </message>
</context>
<context>
    <name>ui::Gauge</name>
    <message>
        <source>Market impact</source>
        <translation>Marktwirkung</translation>
    </message>
    <message>
        <source>Market sentiment</source>
        <translation>Marktstimmung</translation>
    </message>
    <message>
        <source>Market impact %1, %2</source>
        <translation>Marktwirkung %1, %2</translation>
    </message>
    <message>
        <source>Market sentiment %1, %2</source>
        <translation>Marktstimmung %1, %2</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Nicht analysiert</translation>
    </message>
</context>
<context>
    <name>ui::HeatMap</name>
    <message>
        <source>Topics by day</source>
        <translation>Themen nach Tagen</translation>
    </message>
</context>
<context>
    <name>ui::KeysDialog</name>
    <message>
        <source>Keys and search</source>
        <translation>Tasten und Suche</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Type a key, or what it does</source>
        <translation>Eine Taste eingeben oder was sie tut</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>No key and no operator says that.</source>
        <translation>Keine Taste und kein Operator passt.</translation>
    </message>
</context>
<context>
    <name>ui::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Type to filter by command or key</source>
        <translation>Nach Befehl oder Taste filtern</translation>
    </message>
    <message>
        <source>Filter commands</source>
        <translation>Befehle filtern</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>beside the present ones</source>
        <translation>zusätzlich zu den jetzigen</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Alle wie üblich</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>No command says that.</source>
        <translation>Kein Befehl passt.</translation>
    </message>
    <message>
        <source>%1: press its new key</source>
        <translation>%1: die neue Taste drücken</translation>
    </message>
    <message>
        <source>%1 belongs to %2. “Take it” leaves that without it.</source>
        <translation>%1 gehört zu %2. „Übernehmen“ nimmt sie dort weg.</translation>
    </message>
</context>
<context>
    <name>ui::LabelChooser</name>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Labels of %1 articles</source>
        <translation>Schlagwörter von %1 Artikeln</translation>
    </message>
    <message>
        <source>Type to filter, or name a new one</source>
        <translation>Tippen zum Filtern oder für ein neues</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>There are no labels yet.</source>
        <translation>Es gibt noch keine Schlagwörter.</translation>
    </message>
    <message>
        <source>Enter puts on or takes off, Esc closes</source>
        <translation>Eingabe vergibt oder entfernt, Esc schließt</translation>
    </message>
    <message>
        <source>put the label on, or take it off</source>
        <translation>Schlagwort vergeben oder entfernen</translation>
    </message>
    <message>
        <source>to other labels</source>
        <translation>zu anderen Schlagwörtern</translation>
    </message>
</context>
<context>
    <name>ui::LayoutsDialog</name>
    <message>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>A layout keeps where the windows stand, how they are divided and which pages have a window of their own.</source>
        <translation>Eine Anordnung hält fest, wo die Fenster stehen, wie sie geteilt sind und welche Seiten ein eigenes Fenster haben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Name for the windows as they stand</source>
        <translation>Name für die Fenster, wie sie stehen</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name der Anordnung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>ui::LinkOpener</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Leadline</source>
        <translation>Leadline</translation>
    </message>
    <message>
        <source>Views, topics and sources</source>
        <translation>Ansichten, Themen und Quellen</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>Kein Artikel passt.</translation>
    </message>
    <message>
        <source>next article</source>
        <translation>nächster Artikel</translation>
    </message>
    <message>
        <source>previous article</source>
        <translation>voriger Artikel</translation>
    </message>
    <message>
        <source>next unread</source>
        <translation>nächster ungelesener</translation>
    </message>
    <message>
        <source>previous unread</source>
        <translation>voriger ungelesener</translation>
    </message>
    <message>
        <source>page on, then next unread</source>
        <translation>weiterblättern, dann nächster ungelesener</translation>
    </message>
    <message>
        <source>back to the list</source>
        <translation>zurück zur Liste</translation>
    </message>
    <message>
        <source>mark all in this view read</source>
        <translation>alle dieser Ansicht als gelesen markieren</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig machen</translation>
    </message>
    <message>
        <source>original in the browser</source>
        <translation>Original im Browser</translation>
    </message>
    <message>
        <source>differences between the article&apos;s revisions</source>
        <translation>Unterschiede zwischen den Fassungen des Artikels</translation>
    </message>
    <message>
        <source>news</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>playbooks</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>decision %1</source>
        <translation>Entscheidung %1</translation>
    </message>
    <message>
        <source>accept the open decision</source>
        <translation>offene Entscheidung annehmen</translation>
    </message>
    <message>
        <source>why this impact</source>
        <translation>warum diese Wirkung</translation>
    </message>
    <message>
        <source>why this sentiment</source>
        <translation>warum diese Stimmung</translation>
    </message>
    <message>
        <source>next tab of the article</source>
        <translation>nächster Reiter des Artikels</translation>
    </message>
    <message>
        <source>find in this article</source>
        <translation>in diesem Artikel suchen</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>refresh feeds</source>
        <translation>Feeds aktualisieren</translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation>dunkel oder hell</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>größere Schrift</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>kleinere Schrift</translation>
    </message>
    <message>
        <source>normal text</source>
        <translation>normale Schrift</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>keys and search</source>
        <translation>Tasten und Suche</translation>
    </message>
    <message>
        <source>star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>read or unread</source>
        <translation>gelesen oder ungelesen</translation>
    </message>
    <message>
        <source>note on the article</source>
        <translation>Notiz zum Artikel</translation>
    </message>
    <message>
        <source>changed since I last looked</source>
        <translation>seit der letzten Sichtung geändert</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>Keine Quellen</translation>
    </message>
    <message>
        <source>● %1 of %2 sources healthy</source>
        <translation>● %1 von %2 Quellen in Ordnung</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 articles · %2</source>
        <translation>%1 Artikel · %2</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Search news — impact&gt;=0.5 topic:&quot;Sanctions &amp; Export Controls&quot;</source>
        <translation>Nachrichten suchen — impact&gt;=0.5 topic:&quot;Sanctions &amp; Export Controls&quot;</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>market map</source>
        <translation>Marktkarte</translation>
    </message>
    <message>
        <source>open the article: marks it read; Enter too</source>
        <translation>Artikel öffnen: markiert ihn als gelesen; auch Eingabe</translation>
    </message>
    <message>
        <source>articles one by one, or each story once: Right and Left in the list unfold a story and fold it</source>
        <translation>Artikel einzeln oder jede Story einmal: Rechts und Links in der Liste klappen eine Story aus und ein</translation>
    </message>
    <message>
        <source>next evidence: a sentence that rests on the article, or words something rests on</source>
        <translation>nächster Beleg: ein belegter Satz oder eine belegende Textstelle</translation>
    </message>
    <message>
        <source>previous evidence</source>
        <translation>voriger Beleg</translation>
    </message>
    <message>
        <source>follow the evidence: to the words it rests on, and back</source>
        <translation>dem Beleg folgen: zur belegenden Textstelle und zurück</translation>
    </message>
    <message>
        <source>export brief…</source>
        <translation>Kurzbericht exportieren…</translation>
    </message>
    <message>
        <source>add feed or folder…</source>
        <translation>Feed oder Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>as of…: set the clock back, or to now again</source>
        <translation>Stichtag…: Uhr zurückstellen oder wieder auf jetzt</translation>
    </message>
    <message>
        <source>work offline: or online again</source>
        <translation>offline arbeiten: oder wieder online</translation>
    </message>
    <message>
        <source>open files or OPML…</source>
        <translation>Dateien oder OPML öffnen…</translation>
    </message>
    <message>
        <source>open sample news</source>
        <translation>Beispielnachrichten öffnen</translation>
    </message>
    <message>
        <source>find anything: commands, views, topics, names, sources, articles</source>
        <translation>alles finden: Befehle, Ansichten, Themen, Namen, Quellen, Artikel</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>choose the next article too: Shift+Down in the list</source>
        <translation>nächsten Artikel dazunehmen: Umschalt+Ab in der Liste</translation>
    </message>
    <message>
        <source>choose the previous article too: Shift+Up in the list</source>
        <translation>vorigen Artikel dazunehmen: Umschalt+Auf in der Liste</translation>
    </message>
    <message>
        <source>labels…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>hide, or list again: the latter in a list of hidden ones</source>
        <translation>aus- oder wieder einblenden: Letzteres unter Ausgeblendeten</translation>
    </message>
    <message>
        <source>one story: the chosen articles tell one</source>
        <translation>eine Story: die gewählten Artikel sind eine</translation>
    </message>
    <message>
        <source>save this search…</source>
        <translation>diese Suche speichern…</translation>
    </message>
    <message>
        <source>export articles…: those of this view</source>
        <translation>Artikel exportieren…: die dieser Ansicht</translation>
    </message>
    <message>
        <source>keep and remove…: rules for old articles</source>
        <translation>Aufbewahren und Entfernen…: Regeln für alte Artikel</translation>
    </message>
    <message>
        <source>Sources%1</source>
        <translation>Quellen%1</translation>
    </message>
    <message>
        <source>Nothing is fetched. Click to go online%1.</source>
        <translation>Nichts wird abgerufen. Ein Klick stellt die Verbindung her%1.</translation>
    </message>
    <message>
        <source>Only what was known then is shown. Click for the present%1.</source>
        <translation>Gezeigt wird nur, was damals bekannt war. Ein Klick führt in die Gegenwart%1.</translation>
    </message>
    <message>
        <source>alerts and watchlists</source>
        <translation>Alarme und Beobachtungslisten</translation>
    </message>
    <message>
        <source>alert on this search…</source>
        <translation>Alarm für diese Suche…</translation>
    </message>
    <message>
        <source>accepted decisions</source>
        <translation>angenommene Entscheidungen</translation>
    </message>
    <message>
        <source>in its own window: the article in News, else the page</source>
        <translation>in eigenem Fenster: in Nachrichten der Artikel, sonst die Seite</translation>
    </message>
    <message>
        <source>layouts…: use, save or remove one</source>
        <translation>Anordnungen…: verwenden, speichern oder entfernen</translation>
    </message>
    <message>
        <source>copy: the chosen articles&apos; titles, sources and addresses</source>
        <translation>kopieren: Titel, Quellen und Adressen der gewählten Artikel</translation>
    </message>
</context>
<context>
    <name>ui::MarketMapPage</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Market map</source>
        <translation>Marktkarte</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>What the colour tells</source>
        <translation>Was die Farbe zeigt</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Aufkommen</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>Welche Artikel</translation>
    </message>
    <message>
        <source>One day earlier (,)</source>
        <translation>Einen Tag früher (,)</translation>
    </message>
    <message>
        <source>One day later (.)</source>
        <translation>Einen Tag später (.)</translation>
    </message>
    <message>
        <source>Volume against its usual level</source>
        <translation>Aufkommen gegenüber dem Üblichen</translation>
    </message>
    <message>
        <source>Movers</source>
        <translation>Stärkste Veränderungen</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>move the cell, or the day of a chart</source>
        <translation>Zelle oder Tag eines Diagramms wechseln</translation>
    </message>
    <message>
        <source>open its articles in News</source>
        <translation>zugehörige Artikel in „Nachrichten“ öffnen</translation>
    </message>
    <message>
        <source>7, 14 or 30 days</source>
        <translation>7, 14 oder 30 Tage</translation>
    </message>
    <message>
        <source>colour: sentiment, impact or volume</source>
        <translation>Farbe: Stimmung, Wirkung oder Aufkommen</translation>
    </message>
    <message>
        <source>one day earlier or later</source>
        <translation>einen Tag früher oder später</translation>
    </message>
    <message>
        <source>chart a query</source>
        <translation>eine Abfrage als Diagramm</translation>
    </message>
    <message>
        <source>No analysed article in these %1 days.</source>
        <translation>Kein analysierter Artikel in diesen %1 Tagen.</translation>
    </message>
    <message>
        <source>Type a query to see its days.</source>
        <translation>Eine Abfrage eingeben, um ihre Tage zu sehen.</translation>
    </message>
    <message>
        <source>Colour: sentiment</source>
        <translation>Farbe: Stimmung</translation>
    </message>
    <message>
        <source>Colour: impact</source>
        <translation>Farbe: Wirkung</translation>
    </message>
    <message>
        <source>Colour: volume</source>
        <translation>Farbe: Aufkommen</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>With decisions</source>
        <translation>Mit Entscheidungen</translation>
    </message>
    <message>
        <source>colour: mean sentiment</source>
        <translation>Farbe: mittlere Stimmung</translation>
    </message>
    <message>
        <source>colour: mean impact</source>
        <translation>Farbe: mittlere Wirkung</translation>
    </message>
    <message>
        <source>colour: volume</source>
        <translation>Farbe: Aufkommen</translation>
    </message>
    <message>
        <source>%1 · dot: impact-weighted volume · click a cell for its articles</source>
        <translation>%1 · Punkt: nach Wirkung gewichtetes Aufkommen · Klick auf eine Zelle zeigt die Artikel</translation>
    </message>
    <message>
        <source>%1 – %2, days of UTC</source>
        <translation>%1 – %2, Tage in UTC</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>newer days: .</source>
        <translation>neuere Tage: .</translation>
    </message>
    <message>
        <source>no article has a later date</source>
        <translation>kein Artikel ist später datiert</translation>
    </message>
    <message>
        <source>%1 wait for their analysis</source>
        <translation>%1 warten auf die Analyse</translation>
    </message>
    <message>
        <source>Impact-weighted volume of the last 24 hours against its usual level</source>
        <translation>Nach Wirkung gewichtetes Aufkommen der letzten 24 Stunden gegenüber dem Üblichen</translation>
    </message>
    <message>
        <source>Impact-weighted volume of %1 against its usual level</source>
        <translation>Nach Wirkung gewichtetes Aufkommen vom %1 gegenüber dem Üblichen</translation>
    </message>
    <message>
        <source>%1: %2 the usual volume, %3</source>
        <translation>%1: %2 gegenüber dem üblichen Aufkommen, %3</translation>
    </message>
    <message>
        <source>Too few days of news before it to tell what is usual.</source>
        <translation>Zu wenige Tage mit Nachrichten davor, um das Übliche zu kennen.</translation>
    </message>
    <message>
        <source>No article of a topic that had any before.</source>
        <translation>Kein Artikel zu einem Thema, das es zuvor schon gab.</translation>
    </message>
    <message>
        <source>Movers since %1: sentiment, impact</source>
        <translation>Veränderungen seit %1: Stimmung, Wirkung</translation>
    </message>
    <message>
        <source>Movers since yesterday: sentiment, impact</source>
        <translation>Veränderungen seit gestern: Stimmung, Wirkung</translation>
    </message>
    <message>
        <source>Movers of %1: sentiment, impact</source>
        <translation>Veränderungen am %1: Stimmung, Wirkung</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>%1, %2: sentiment from %3 to %4, impact %5, %6 articles before and %7 now</source>
        <translation>%1, %2: Stimmung von %3 auf %4, Wirkung %5, %6 Artikel zuvor und %7 jetzt</translation>
    </message>
    <message>
        <source>Nothing that was told on both days turned.</source>
        <translation>Nichts, worüber an beiden Tagen berichtet wurde, hat sich gedreht.</translation>
    </message>
</context>
<context>
    <name>ui::NoteEditor</name>
    <message>
        <source>Your note on this article. It is saved as you type.</source>
        <translation>Notiz zu diesem Artikel. Sie wird beim Tippen gespeichert.</translation>
    </message>
</context>
<context>
    <name>ui::OpenLinkDialog</name>
    <message>
        <source>This is not an address that can be opened.</source>
        <translation>Diese Adresse lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>This link names nobody to write to.</source>
        <translation>Dieser Verweis nennt keinen Empfänger.</translation>
    </message>
    <message>
        <source>Links of the kind “%1:” are not opened.</source>
        <translation>Verweise der Art „%1:“ werden nicht geöffnet.</translation>
    </message>
    <message>
        <source>This address names no host.</source>
        <translation>Diese Adresse nennt keinen Rechner.</translation>
    </message>
    <message>
        <source>Write a mail?</source>
        <translation>E-Mail schreiben?</translation>
    </message>
    <message>
        <source>Open in the browser?</source>
        <translation>Im Browser öffnen?</translation>
    </message>
    <message>
        <source>This link writes to</source>
        <translation>Dieser Verweis schreibt an</translation>
    </message>
    <message>
        <source>This link leads to</source>
        <translation>Dieser Verweis führt zu</translation>
    </message>
    <message>
        <source>written %1: its letters may look like another host</source>
        <translation>geschrieben %1: Die Buchstaben können einem anderen Namen gleichen</translation>
    </message>
    <message>
        <source>What stands before the @ in it is a name, not a host.</source>
        <translation>Was darin vor dem @ steht, ist ein Benutzername, kein Rechner.</translation>
    </message>
    <message>
        <source>The connection is not encrypted.</source>
        <translation>Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Full address</source>
        <translation>Vollständige Adresse</translation>
    </message>
    <message>
        <source>Open this host without asking until the program ends</source>
        <translation>Diesen Rechner bis zum Programmende ohne Rückfrage öffnen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::PaletteDialog</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>A command, view, topic, name, source or article</source>
        <translation>Ein Befehl, eine Ansicht, ein Thema, ein Name, eine Quelle oder ein Artikel</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>to other rows</source>
        <translation>zu anderen Zeilen</translation>
    </message>
    <message>
        <source>do it, or go there</source>
        <translation>ausführen oder dorthin gehen</translation>
    </message>
    <message>
        <source>Nothing matches.  Esc closes</source>
        <translation>Nichts passt.  Esc schließt</translation>
    </message>
    <message>
        <source>Chosen last comes first.  Enter does it, Esc closes</source>
        <translation>Zuletzt Gewähltes zuerst.  Eingabe führt aus, Esc schließt</translation>
    </message>
    <message>
        <source>Enter does it, Esc closes</source>
        <translation>Eingabe führt aus, Esc schließt</translation>
    </message>
</context>
<context>
    <name>ui::PlaybooksPage</name>
    <message>
        <source>Playbooks and knowledge</source>
        <translation>Playbooks und Wissen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>A playbook of your own</source>
        <translation>Ein eigenes Playbook</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter files by name</source>
        <translation>Dateien nach Namen filtern</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Into the pack folder beside the store; articles are analysed again (Ctrl+S)</source>
        <translation>In den pack-Ordner neben der Datenbank; die Artikel werden neu analysiert (Strg+S)</translation>
    </message>
    <message>
        <source>Use shipped</source>
        <translation>Original verwenden</translation>
    </message>
    <message>
        <source>Takes your file away; Ctrl+Z outside the editor brings it back</source>
        <translation>Entfernt die eigene Datei; Strg+Z außerhalb des Textes holt sie zurück</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran fehlerhaft ist</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>Tries the text in the editor on stored articles and lists those that would read otherwise. Nothing is saved by it.</source>
        <translation>Erprobt den Text im Editor an gespeicherten Artikeln und listet auf, welche anders lauten würden. Gespeichert wird dabei nichts.</translation>
    </message>
    <message>
        <source>Articles to try it on</source>
        <translation>Artikel für die Erprobung</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Articles that would read otherwise</source>
        <translation>Artikel, die anders lauten würden</translation>
    </message>
    <message>
        <source>save the file in the editor</source>
        <translation>Datei im Editor speichern</translation>
    </message>
    <message>
        <source>try it on the articles of the query</source>
        <translation>an den Artikeln der Abfrage erproben</translation>
    </message>
    <message>
        <source> · draft</source>
        <translation> · Entwurf</translation>
    </message>
    <message>
        <source> · own</source>
        <translation> · eigen</translation>
    </message>
    <message>
        <source>As it came with the program. It is checked as you change it.</source>
        <translation>Wie mitgeliefert. Änderungen werden sofort geprüft.</translation>
    </message>
    <message>
        <source>changed, kept as a draft</source>
        <translation>geändert, als Entwurf aufbewahrt</translation>
    </message>
    <message>
        <source>your own, in place of the shipped one</source>
        <translation>eigene, anstelle der mitgelieferten</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Nothing wrong: the file fits, and its tests hold.</source>
        <translation>Kein Fehler: Die Datei ist gültig, ihre Prüfungen bestehen.</translation>
    </message>
    <message>
        <source>What has errors is not saved; the draft is kept</source>
        <translation>Fehlerhaftes wird nicht gespeichert; der Entwurf bleibt</translation>
    </message>
    <message>
        <source>Reading the engine’s data…</source>
        <translation>Daten des Analyseprogramms werden gelesen…</translation>
    </message>
    <message>
        <source>%1 of %2 articles</source>
        <translation>%1 von %2 Artikeln</translation>
    </message>
    <message>
        <source>%1 of %2 articles would read otherwise</source>
        <translation>%1 von %2 Artikeln würden anders lauten</translation>
    </message>
</context>
<context>
    <name>ui::Reader</name>
    <message>
        <source>Choose an article on the left.</source>
        <translation>Links einen Artikel wählen.</translation>
    </message>
    <message>
        <source>Market impact</source>
        <translation>Marktwirkung</translation>
    </message>
    <message>
        <source>‹ Back to News</source>
        <translation>‹ Zurück zu den Nachrichten</translation>
    </message>
    <message>
        <source>Export brief…</source>
        <translation>Kurzbericht exportieren…</translation>
    </message>
    <message>
        <source>What changed (D)</source>
        <translation>Was sich geändert hat (D)</translation>
    </message>
    <message>
        <source>Original: %1 (V)</source>
        <translation>Original: %1 (V)</translation>
    </message>
    <message>
        <source>Market sentiment</source>
        <translation>Marktstimmung</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Kurzbericht</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Volltext</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Published %1</source>
        <translation>Veröffentlicht %1</translation>
    </message>
    <message>
        <source>No date given</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Eingegangen %1</translation>
    </message>
    <message>
        <source>%1 min read</source>
        <translation>%1 min Lesezeit</translation>
    </message>
    <message>
        <source>revised once</source>
        <translation>einmal überarbeitet</translation>
    </message>
    <message>
        <source>revised %1 times</source>
        <translation>%1-mal überarbeitet</translation>
    </message>
    <message>
        <source>Show articles on this topic (score %1)</source>
        <translation>Artikel zu diesem Thema zeigen (Wert %1)</translation>
    </message>
    <message>
        <source>Show articles with this label (L changes labels)</source>
        <translation>Artikel mit diesem Schlagwort zeigen (L ändert Schlagwörter)</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Schlagwort %1</translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation>Warum %1?</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>Nothing rests on words of this text.</source>
        <translation>Nichts stützt sich auf Wörter dieses Textes.</translation>
    </message>
    <message>
        <source>No sentence here rests on words of the article.</source>
        <translation>Kein Satz hier stützt sich auf Wörter des Artikels.</translation>
    </message>
    <message>
        <source>This article was not revised.</source>
        <translation>Dieser Artikel wurde nicht überarbeitet.</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalPanel</name>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>Over the last 7 days</source>
        <translation>Über die letzten 7 Tage</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>Over the last 30 days</source>
        <translation>Über die letzten 30 Tage</translation>
    </message>
    <message>
        <source>Nothing is saved by it (Ctrl+Return)</source>
        <translation>Dabei wird nichts gespeichert (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>What it would have fired on, and nearly</source>
        <translation>Was ausgelöst hätte, und was beinahe</translation>
    </message>
    <message>
        <source>Shows when and on what the rule would have fired, before anything is saved.</source>
        <translation>Zeigt vor dem Speichern, wann und wobei die Regel ausgelöst hätte.</translation>
    </message>
    <message>
        <source>Looking for the articles…</source>
        <translation>Artikel werden gesucht…</translation>
    </message>
    <message>
        <source>Rehearsal: last %1 days</source>
        <translation>Erprobung: letzte %1 Tage</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Erproben</translation>
    </message>
    <message>
        <source>%1 of %2 articles</source>
        <translation>%1 von %2 Artikeln</translation>
    </message>
    <message>
        <source>Replayed %1 articles in %2 s.</source>
        <translation>%1 Artikel in %2 s durchgespielt.</translation>
    </message>
    <message>
        <source>1 near miss</source>
        <translation>1 knapp verfehlt</translation>
    </message>
    <message>
        <source>%1 near misses</source>
        <translation>%1 knapp verfehlt</translation>
    </message>
    <message>
        <source>Would not have fired; %1. %2</source>
        <translation>Hätte nicht ausgelöst; %1. %2</translation>
    </message>
    <message>
        <source>Would have fired %1 times on %2 stories, %3 a day, %4 a week; %5. %6</source>
        <translation>Hätte %1-mal bei %2 Storys ausgelöst, %3 je Tag, %4 je Woche; %5. %6</translation>
    </message>
</context>
<context>
    <name>ui::RetentionDialog</name>
    <message>
        <source>Keep and remove</source>
        <translation>Aufbewahren und Entfernen</translation>
    </message>
    <message>
        <source>What need not be kept for ever</source>
        <translation>Was nicht für immer bleiben muss</translation>
    </message>
    <message>
        <source>Starred, noted and labelled articles, and those an accepted decision rests on, always stay.</source>
        <translation>Artikel mit Stern, Notiz oder Schlagwort und solche, auf denen eine angenommene Entscheidung beruht, bleiben immer.</translation>
    </message>
    <message>
        <source>Remove articles received more than</source>
        <translation>Artikel entfernen, eingegangen vor mehr als</translation>
    </message>
    <message>
        <source>days ago</source>
        <translation>Tagen</translation>
    </message>
    <message>
        <source>Keep of each source only the newest</source>
        <translation>Je Quelle nur die neuesten behalten:</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Rules of sources</source>
        <translation>Regeln der Quellen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking at what that would remove…</source>
        <translation>Es wird ermittelt, was damit entfiele…</translation>
    </message>
    <message>
        <source> %1 others that a rule names stay: starred, noted, labelled or decided on.</source>
        <translation> %1 weitere, die eine Regel nennt, bleiben: mit Stern, Notiz, Schlagwort oder Entscheidung.</translation>
    </message>
    <message>
        <source>No rule: all articles are kept.</source>
        <translation>Keine Regel: Alle Artikel bleiben erhalten.</translation>
    </message>
    <message>
        <source>Would remove nothing now.</source>
        <translation>Würde jetzt nichts entfernen.</translation>
    </message>
    <message>
        <source>Would remove %1 of %2, received %3 to %4, about %5 of text.</source>
        <translation>Würde %1 aus %2 entfernen, eingegangen %3 bis %4, rund %5 Text.</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>Remove 1 article?</source>
        <translation>1 Artikel entfernen?</translation>
    </message>
    <message>
        <source>Remove %1 articles?</source>
        <translation>%1 Artikel entfernen?</translation>
    </message>
    <message>
        <source>They go with their revisions and analyses, and this cannot be taken back. From now on what these rules name goes once a day.</source>
        <translation>Sie werden mit Fassungen und Analysen entfernt, und das lässt sich nicht zurücknehmen. Von nun an wird einmal täglich entfernt, was diese Regeln nennen.</translation>
    </message>
    <message>
        <source>A source can have a rule of its own: a number, “all”, or nothing.</source>
        <translation>Eine Quelle kann eine eigene Regel haben: eine Zahl, „alle“ oder nichts.</translation>
    </message>
</context>
<context>
    <name>ui::RevisionsDialog</name>
    <message>
        <source>Revisions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Spätere Fassung</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Word differences</source>
        <translation>Unterschiede im Wortlaut</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>N and P go through the changes, J and K through the versions</source>
        <translation>N und P gehen durch die Änderungen, J und K durch die Fassungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>next change</source>
        <translation>nächste Änderung</translation>
    </message>
    <message>
        <source>previous change</source>
        <translation>vorige Änderung</translation>
    </message>
    <message>
        <source>newer versions</source>
        <translation>neuere Fassungen</translation>
    </message>
    <message>
        <source>older versions</source>
        <translation>ältere Fassungen</translation>
    </message>
    <message>
        <source>now · %1</source>
        <translation>jetzt · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No earlier text is kept.</source>
        <translation>Kein früherer Text ist aufbewahrt.</translation>
    </message>
    <message>
        <source>+%1 −%2 words</source>
        <translation>+%1 −%2 Wörter</translation>
    </message>
    <message>
        <source>The two say the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
    <message>
        <source>%1 in one place</source>
        <translation>%1 an einer Stelle</translation>
    </message>
    <message>
        <source>%1 in %2 places</source>
        <translation>%1 an %2 Stellen</translation>
    </message>
</context>
<context>
    <name>ui::RuleEditor</name>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The form and its text are one rule (Ctrl+T)</source>
        <translation>Formular und Text sind dieselbe Regel (Strg+T)</translation>
    </message>
    <message>
        <source>Snooze ▾</source>
        <translation>Ruhen ▾</translation>
    </message>
    <message>
        <source>Snooze the rule</source>
        <translation>Regel ruhen lassen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Its firings stay; Ctrl+Z brings it back</source>
        <translation>Die Auslösungen bleiben; Strg+Z holt sie zurück</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Text of the rule</source>
        <translation>Text der Regel</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>Bis morgen 08:00</translation>
    </message>
    <message>
        <source>Until Monday 08:00</source>
        <translation>Bis Montag 08:00</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>Wake up now</source>
        <translation>Jetzt wecken</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>%1, column %2: %3</source>
        <translation>%1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>What cannot be read is not saved</source>
        <translation>Was sich nicht lesen lässt, wird nicht gespeichert</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
</context>
<context>
    <name>ui::RuleForm</name>
    <message>
        <source>Fires on</source>
        <translation>Löst aus bei</translation>
    </message>
    <message>
        <source>Fires on, a query</source>
        <translation>Löst aus bei, eine Abfrage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>the query, if it has no other</source>
        <translation>die Abfrage, wenn sie keinen anderen hat</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>high if</source>
        <translation>hoch, wenn</translation>
    </message>
    <message>
        <source>A query that makes it high instead</source>
        <translation>Eine Abfrage, die sie auf „hoch“ hebt</translation>
    </message>
    <message>
        <source>critical if</source>
        <translation>kritisch, wenn</translation>
    </message>
    <message>
        <source>A query that makes it critical</source>
        <translation>Eine Abfrage, die sie auf „kritisch“ hebt</translation>
    </message>
    <message>
        <source>Only when it crosses</source>
        <translation>Nur beim Überschreiten</translation>
    </message>
    <message>
        <source>crosses</source>
        <translation>überschreitet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Several by commas</source>
        <translation>Mehrere mit Kommas</translation>
    </message>
    <message>
        <source>Add ▾</source>
        <translation>Hinzufügen ▾</translation>
    </message>
    <message>
        <source>Add what must cross</source>
        <translation>Hinzufügen, was überschritten werden muss</translation>
    </message>
    <message>
        <source>told within</source>
        <translation>berichtet binnen</translation>
    </message>
    <message>
        <source>An article told longer before it was received is no news: 7d, or any</source>
        <translation>Ein Artikel, der lange vor dem Eingang erschien, ist nichts Neues: 7d oder any</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Names by commas</source>
        <translation>Namen mit Kommas</translation>
    </message>
    <message>
        <source>watchlists</source>
        <translation>Beobachtungslisten</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>opinion pieces too</source>
        <translation>auch Meinungsbeiträge</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>from, to</source>
        <translation>von, bis</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>critical all the same</source>
        <translation>Kritisches trotzdem</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Of a story: 30m, 6h, 2d or none</source>
        <translation>Je Story: 30m, 6h, 2d oder none</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>ruht bis</translation>
    </message>
    <message>
        <source>awake</source>
        <translation>wach</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>läuft ab</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Kept, but asleep</source>
        <translation>Aufbewahrt, aber ruhend</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Program and arguments, without a shell; {title}, {url}, {source}, {class}, {rule} and {article} stand for what fired</source>
        <translation>Programm und Argumente, ohne Shell; {title}, {url}, {source}, {class}, {rule} und {article} stehen für das Auslösende</translation>
    </message>
</context>
<context>
    <name>ui::SearchBox</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>ui::SearchNameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A name holds no quotes</source>
        <translation>Ein Name enthält keine Anführungszeichen</translation>
    </message>
</context>
<context>
    <name>ui::SeriesPanel</name>
    <message>
        <source>Chart a query: entity:NVIDIA, search:&quot;Oil or gas&quot;, tariff</source>
        <translation>Abfrage als Diagramm: entity:NVIDIA, search:&quot;Oil or gas&quot;, tariff</translation>
    </message>
    <message>
        <source>Query to chart</source>
        <translation>Abfrage für das Diagramm</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Open 1 article</source>
        <translation>1 Artikel öffnen</translation>
    </message>
    <message>
        <source>Open %1 articles</source>
        <translation>%1 Artikel öffnen</translation>
    </message>
    <message>
        <source>No analysed article in %1 days.</source>
        <translation>Kein analysierter Artikel in %1 Tagen.</translation>
    </message>
    <message>
        <source>Sentiment, %1 days</source>
        <translation>Stimmung, %1 Tage</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>As the window was left</source>
        <translation>Wie das Fenster verlassen wurde</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the window, from the next start. Analyses stay in the language of their article.</source>
        <translation>Die des Fensters, ab dem nächsten Start. Analysen bleiben in der Sprache ihres Artikels.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>80 to 200. The commands Larger text and Smaller text change it too.</source>
        <translation>80 bis 200. Auch die Befehle „Größere Schrift“ und „Kleinere Schrift“ ändern sie.</translation>
    </message>
    <message>
        <source>No animations</source>
        <translation>Keine Animationen</translation>
    </message>
    <message>
        <source>Where the system asks for that, there are none anyway.</source>
        <translation>Wo das System es verlangt, gibt es ohnehin keine.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Fetch sources that are due while the window is open</source>
        <translation>Fällige Quellen abrufen, solange das Fenster offen ist</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Nothing is fetched; held over restarts.</source>
        <translation>Nichts wird abgerufen; gilt auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>Gleichzeitige Abfragen</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>1 to 64.</source>
        <translation>1 bis 64.</translation>
    </message>
    <message>
        <source>Of these to one host</source>
        <translation>Davon an einen Rechner</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>1 to 16.</source>
        <translation>1 bis 16.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Contact address</source>
        <translation>Kontaktadresse</translation>
    </message>
    <message>
        <source>desk@example.org</source>
        <translation>desk@example.org</translation>
    </message>
    <message>
        <source>An e-mail or web address. It is sent with every request; some publishers ask for one.</source>
        <translation>Eine E-Mail- oder Webadresse. Sie geht mit jeder Abfrage mit; manche Anbieter verlangen eine.</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Everything is kept, unless rules say otherwise. They are set, and tried out before they hold, in a window of their own.</source>
        <translation>Alles bleibt erhalten, solange keine Regeln anderes sagen. Sie werden in einem eigenen Fenster gesetzt und vorab erprobt.</translation>
    </message>
    <message>
        <source>Keep and remove…</source>
        <translation>Aufbewahren und Entfernen…</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Your view of the economy. The analysis takes it to hold where an article does not say. After a change all articles are analysed again in the background.</source>
        <translation>Die eigene Sicht der Konjunktur. Die Analyse legt sie zugrunde, wo ein Artikel nichts dazu sagt. Nach einer Änderung werden alle Artikel im Hintergrund neu analysiert.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Expanding</source>
        <translation>Zunehmend</translation>
    </message>
    <message>
        <source>Slowing</source>
        <translation>Nachlassend</translation>
    </message>
    <message>
        <source>Inflation</source>
        <translation>Inflation</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Briefs</source>
        <translation>Kurzberichte</translation>
    </message>
    <message>
        <source>What stands on every brief that is written from now on.</source>
        <translation>Was auf jedem künftig geschriebenen Kurzbericht steht.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Desk or author</source>
        <translation>Redaktion oder Verfasser</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>/path/of/a/picture.png</source>
        <translation>/pfad/zum/bild.png</translation>
    </message>
    <message>
        <source>A picture on this machine, PNG or SVG.</source>
        <translation>Ein Bild auf diesem Rechner, PNG oder SVG.</translation>
    </message>
    <message>
        <source>Disclaimer</source>
        <translation>Haftungshinweis</translation>
    </message>
    <message>
        <source>Left empty, the usual one stands there.</source>
        <translation>Bleibt das Feld leer, steht dort der übliche.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>US Letter</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>What leaves this machine: requests for the feeds and pages you subscribed to or opened, to their publishers, with the program&apos;s name and version and the contact address, if you set one. Publishers see this machine&apos;s network address, as with any browser; no cookies are kept.</source>
        <translation>Was diesen Rechner verlässt: Abfragen abonnierter oder geöffneter Feeds und Seiten, an deren Anbieter, mit Namen und Version des Programms und der Kontaktadresse, sofern gesetzt. Anbieter sehen die Netzadresse dieses Rechners wie bei jedem Browser; Cookies werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>What does not: articles, analyses, searches, notes, decisions and settings stay in the data folder. There is no account, no server, no telemetry, and analysis runs on this machine. “Original in the browser” hands an address to your browser, which follows its own rules.</source>
        <translation>Was ihn nicht verlässt: Artikel, Analysen, Suchen, Notizen, Entscheidungen und Einstellungen bleiben im Datenordner. Es gibt kein Konto, keinen Server und keine Nutzungsdaten, und analysiert wird auf diesem Rechner. „Original im Browser“ übergibt eine Adresse an den Browser, für den eigene Regeln gelten.</translation>
    </message>
    <message>
        <source>Offline, nothing is fetched at all.</source>
        <translation>Offline wird gar nichts abgerufen.</translation>
    </message>
    <message>
        <source>The palette remembers what you chose last, by its name, in recent.json.</source>
        <translation>Die Palette merkt sich das zuletzt Gewählte mit Namen in recent.json.</translation>
    </message>
    <message>
        <source>Forget what was chosen last</source>
        <translation>Zuletzt Gewähltes vergessen</translation>
    </message>
    <message>
        <source>Icon in the desktop&apos;s tray</source>
        <translation>Symbol in der Taskleiste</translation>
    </message>
    <message>
        <source>It counts alerts, and says them where the desktop has no notification service.</source>
        <translation>Es zählt Alarme und meldet sie, wo die Arbeitsfläche keinen Benachrichtigungsdienst hat.</translation>
    </message>
    <message>
        <source>Made by themselves</source>
        <translation>Von selbst erstellt</translation>
    </message>
    <message>
        <source>While Leadline runs, by the clock of this machine. Of one day each is made once.</source>
        <translation>Während Leadline läuft, nach der Uhr dieses Rechners. Jeder wird an einem Tag einmal erstellt.</translation>
    </message>
</context>
<context>
    <name>ui::SettingsForm</name>
    <message>
        <source>Expected %1. Not taken.</source>
        <translation>Erwartet: %1. Nicht übernommen.</translation>
    </message>
</context>
<context>
    <name>ui::SourceWindows</name>
    <message>
        <source>Import OPML</source>
        <translation>OPML importieren</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml);;All files (*)</source>
        <translation>Feed-Listen (*.opml *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export OPML</source>
        <translation>OPML exportieren</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml)</source>
        <translation>Feed-Listen (*.opml)</translation>
    </message>
</context>
<context>
    <name>ui::SourcesDialog</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Subscribe to a feed or watch a folder (A)</source>
        <translation>Einen Feed abonnieren oder einen Ordner beobachten (A)</translation>
    </message>
    <message>
        <source>Catalogue…</source>
        <translation>Katalog…</translation>
    </message>
    <message>
        <source>Choose from finance feeds (C)</source>
        <translation>Aus Finanz-Feeds wählen (C)</translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation>OPML importieren…</translation>
    </message>
    <message>
        <source>Subscribe to a list of feeds (I)</source>
        <translation>Eine Feed-Liste abonnieren (I)</translation>
    </message>
    <message>
        <source>Export OPML…</source>
        <translation>OPML exportieren…</translation>
    </message>
    <message>
        <source>Write the feeds as a list (X)</source>
        <translation>Die Feeds als Liste schreiben (X)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>retry now</source>
        <translation>jetzt erneut abfragen</translation>
    </message>
    <message>
        <source>full text on or off</source>
        <translation>Volltext ein oder aus</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>change the folder</source>
        <translation>Ordner ändern</translation>
    </message>
    <message>
        <source>remove; articles stay</source>
        <translation>entfernen; Artikel bleiben</translation>
    </message>
    <message>
        <source>copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>add a feed or folder</source>
        <translation>Feed oder Ordner hinzufügen</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>import OPML</source>
        <translation>OPML importieren</translation>
    </message>
    <message>
        <source>export OPML</source>
        <translation>OPML exportieren</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>Filter by title, folder, address or reason</source>
        <translation>Nach Titel, Ordner, Adresse oder Grund filtern</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>Quellen filtern</translation>
    </message>
    <message>
        <source>No source matches.</source>
        <translation>Keine Quelle passt.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Erneut abfragen</translation>
    </message>
    <message>
        <source>Ask it again at once (R)</source>
        <translation>Sofort erneut abfragen (R)</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Volltext</translation>
    </message>
    <message>
        <source>Fetch the pages of entries that carry a teaser only (F)</source>
        <translation>Bei Einträgen mit bloßem Anriss die ganze Seite holen (F)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Shift+F2</source>
        <translation>Umschalt+F2</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Log of the source</source>
        <translation>Protokoll der Quelle</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Noch keine Quellen</translation>
    </message>
    <message>
        <source>Subscribe to a feed, or to the one a page names; watch a folder; choose from the catalogue; or bring the list of another reader.</source>
        <translation>Einen Feed abonnieren oder den, den eine Seite nennt; einen Ordner beobachten; aus dem Katalog wählen; oder die Liste eines anderen Programms übernehmen.</translation>
    </message>
    <message>
        <source>Add feed or folder…</source>
        <translation>Feed oder Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Choose from the catalogue…</source>
        <translation>Aus dem Katalog wählen…</translation>
    </message>
    <message>
        <source>Full text on or off</source>
        <translation>Volltext ein oder aus</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>Ordner ändern</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>all healthy</source>
        <translation>alle in Ordnung</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 gestört</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>%1 sources chosen · log of %2</source>
        <translation>%1 Quellen gewählt · Protokoll von %2</translation>
    </message>
    <message>
        <source>Choose a source to see when it was asked, and what came of it.</source>
        <translation>Eine Quelle wählen, um zu sehen, wann sie abgefragt wurde und mit welchem Ergebnis.</translation>
    </message>
    <message>
        <source>New and changed files of this folder are read as they come; what cannot be read is listed here.</source>
        <translation>Neue und geänderte Dateien dieses Ordners werden laufend gelesen; Unlesbares ist hier aufgeführt.</translation>
    </message>
    <message>
        <source>It was not asked yet. R asks it now.</source>
        <translation>Sie wurde noch nicht abgefragt. R fragt sie jetzt ab.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove %1 sources?</source>
        <translation>%1 Quellen entfernen?</translation>
    </message>
    <message>
        <source>It is not asked any more. Its articles stay, with their analyses and notes.</source>
        <translation>Es wird nicht mehr abgefragt. Die Artikel bleiben, mit Analysen und Notizen.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>%1 addresses copied</source>
        <translation>%1 Adressen kopiert</translation>
    </message>
</context>
<context>
    <name>ui::StoriesPage</name>
    <message>
        <source>Sort: sources</source>
        <translation>↓ Quellen</translation>
    </message>
    <message>
        <source>Sort: impact</source>
        <translation>↓ Wirkung</translation>
    </message>
    <message>
        <source>Sort: newest</source>
        <translation>↓ Neueste</translation>
    </message>
    <message>
        <source>%1 min later</source>
        <translation>%1 min später</translation>
    </message>
    <message>
        <source>%1 h later</source>
        <translation>%1 h später</translation>
    </message>
    <message>
        <source>%1 days later</source>
        <translation>%1 Tage später</translation>
    </message>
    <message>
        <source>Filter stories — impact&gt;=0.5 copper</source>
        <translation>Storys filtern — impact&gt;=0.5 copper</translation>
    </message>
    <message>
        <source>Filter stories</source>
        <translation>Storys filtern</translation>
    </message>
    <message>
        <source>Told once too</source>
        <translation>Auch einzelne</translation>
    </message>
    <message>
        <source>List stories that only one article tells, too (0)</source>
        <translation>Auch Storys mit nur einem Artikel aufführen (0)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>‹ Back to the stories</source>
        <translation>‹ Zurück zu den Storys</translation>
    </message>
    <message>
        <source>Its articles in News</source>
        <translation>Artikel in „Nachrichten“</translation>
    </message>
    <message>
        <source>Lists them on the News page (A)</source>
        <translation>Zeigt sie auf der Seite „Nachrichten“ (A)</translation>
    </message>
    <message>
        <source>Sources, the first to tell it first</source>
        <translation>Quellen in der Reihenfolge ihrer Berichte</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>next and previous story</source>
        <translation>nächste und vorige Story</translation>
    </message>
    <message>
        <source>choose the next or previous story too</source>
        <translation>nächste oder vorige Story dazunehmen</translation>
    </message>
    <message>
        <source>to the story&apos;s timeline; there Enter and O open the article</source>
        <translation>zum Verlauf der Story; dort öffnen Eingabe und O den Artikel</translation>
    </message>
    <message>
        <source>back to the list of stories</source>
        <translation>zurück zur Liste der Storys</translation>
    </message>
    <message>
        <source>order: newest, most sources, most impact</source>
        <translation>Reihenfolge: neueste, meiste Quellen, größte Wirkung</translation>
    </message>
    <message>
        <source>list stories that only one article tells, too</source>
        <translation>auch Storys mit nur einem Artikel aufführen</translation>
    </message>
    <message>
        <source>filter the stories</source>
        <translation>Storys filtern</translation>
    </message>
    <message>
        <source>list the story&apos;s articles in News</source>
        <translation>Artikel der Story in „Nachrichten“ zeigen</translation>
    </message>
    <message>
        <source>the chosen stories are one</source>
        <translation>die gewählten Storys sind eine</translation>
    </message>
    <message>
        <source>in the timeline: the chosen articles are a story of their own</source>
        <translation>im Verlauf: die gewählten Artikel sind eine eigene Story</translation>
    </message>
    <message>
        <source>to the merges, splits and moves; there Delete undoes one</source>
        <translation>zu Zusammenführungen, Trennungen und Umzügen; dort macht Entf eine Änderung rückgängig</translation>
    </message>
    <message>
        <source>1 story</source>
        <translation>1 Story</translation>
    </message>
    <message>
        <source>%1 stories</source>
        <translation>%1 Storys</translation>
    </message>
    <message>
        <source>No story yet. A story begins when a second article tells of the same event.</source>
        <translation>Noch keine Story. Eine Story beginnt, wenn ein zweiter Artikel vom selben Ereignis berichtet.</translation>
    </message>
    <message>
        <source>No story matches.</source>
        <translation>Keine Story passt.</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>last told %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>einer Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>formerly %1</source>
        <translation>früher %1</translation>
    </message>
    <message>
        <source>the first %1 are shown</source>
        <translation>die ersten %1 sind zu sehen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Timeline	Enter</source>
        <translation>Verlauf	Eingabe</translation>
    </message>
    <message>
        <source>Its articles in News	A</source>
        <translation>Artikel in „Nachrichten“	A</translation>
    </message>
    <message>
        <source>One story	Shift+S</source>
        <translation>Eine Story	Umschalt+S</translation>
    </message>
</context>
<context>
    <name>ui::StoryLog</name>
    <message>
        <source>Merges and splits</source>
        <translation>Zusammenführungen und Trennungen</translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>Diese Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>The articles go back to where they were (Delete)</source>
        <translation>Die Artikel kehren dorthin zurück, wo sie waren (Entf)</translation>
    </message>
    <message>
        <source>Nothing was merged with it or split from it.</source>
        <translation>Nichts wurde damit zusammengeführt oder davon getrennt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>%1 became part of %2: %3</source>
        <translation>%1 ging in %2 auf: %3</translation>
    </message>
    <message>
        <source>Moved from %1 to %2: %3</source>
        <translation>Von %1 nach %2 verschoben: %3</translation>
    </message>
    <message>
        <source>%1 was split from %2: %3</source>
        <translation>%1 wurde von %2 getrennt: %3</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Leadline</source>
        <translation>Leadline</translation>
    </message>
</context>
<context>
    <name>ui::StoryPanel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <source>Articles of the story</source>
        <translation>Artikel der Story</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Not this story</source>
        <translation>Nicht diese Story</translation>
    </message>
    <message>
        <source>What they say differently</source>
        <translation>Wo sie sich widersprechen</translation>
    </message>
    <message>
        <source>This article is in no story yet.</source>
        <translation>Dieser Artikel gehört noch zu keiner Story.</translation>
    </message>
    <message>
        <source>Nobody else has told this story.</source>
        <translation>Niemand sonst hat diese Story gebracht.</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>einer Quelle</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>%1 articles from %2. First: %3, %4.</source>
        <translation>%1 Artikel aus %2. Zuerst: %3, %4.</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>Die ersten %1 sind zu sehen.</translation>
    </message>
    <message>
        <source>How much of it had not been told before, 0 to 100</source>
        <translation>Wie viel davon zuvor nicht berichtet war, 0 bis 100</translation>
    </message>
    <message>
        <source>%1, shown now</source>
        <translation>%1, jetzt zu sehen</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>jetzt zu sehen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>%1, forecast</source>
        <translation>%1, Prognose</translation>
    </message>
    <message>
        <source>%1, opinion</source>
        <translation>%1, Meinung</translation>
    </message>
    <message>
        <source>the second is later</source>
        <translation>die zweite Angabe ist später</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
</context>
<context>
    <name>ui::TableColumnsDialog</name>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>Was die Spalten enthalten</translation>
    </message>
    <message>
        <source>Read the table</source>
        <translation>Tabelle lesen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Beginning of the table</source>
        <translation>Anfang der Tabelle</translation>
    </message>
    <message>
        <source>Column %1, %2</source>
        <translation>Spalte %1, %2</translation>
    </message>
    <message>
        <source>The first article</source>
        <translation>Der erste Artikel</translation>
    </message>
    <message>
        <source>No title: the text&apos;s beginning stands in its place</source>
        <translation>Kein Titel: An seiner Stelle steht der Anfang des Textes</translation>
    </message>
    <message>
        <source>no source, date or author</source>
        <translation>ohne Quelle, Datum und Verfasser</translation>
    </message>
    <message>
        <source>No text.</source>
        <translation>Kein Text.</translation>
    </message>
    <message>
        <source>Remembered for tables with the same header.</source>
        <translation>Gilt künftig für Tabellen mit derselben Kopfzeile.</translation>
    </message>
    <message>
        <source>One column must hold the title or the text.</source>
        <translation>Eine Spalte muss den Titel oder den Text enthalten.</translation>
    </message>
</context>
<context>
    <name>ui::Tray</name>
    <message>
        <source>Open Leadline</source>
        <translation>Leadline öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Alerts (%1)</source>
        <translation>Alarme (%1)</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>ui::ViewChangesDialog</name>
    <message>
        <source>Changed since I last looked</source>
        <translation>Seit der letzten Sichtung geändert</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>J and K go through the changes, Enter opens the article</source>
        <translation>J und K gehen durch die Änderungen, Eingabe öffnet den Artikel</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>Gesichtet</translation>
    </message>
    <message>
        <source>What is listed here is not listed again (L)</source>
        <translation>Was hier steht, wird nicht erneut aufgeführt (L)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>next and previous change</source>
        <translation>nächste und vorige Änderung</translation>
    </message>
    <message>
        <source>open the article</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>I have looked: begin anew from here</source>
        <translation>gesichtet: ab hier neu beginnen</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>Geändert seit %1</translation>
    </message>
    <message>
        <source>%1 new · %2 revised · %3 moved%4</source>
        <translation>%1 neu · %2 überarbeitet · %3 verändert%4</translation>
    </message>
    <message>
        <source> · the newest of more</source>
        <translation> · die neuesten von mehreren</translation>
    </message>
    <message>
        <source>Nothing changed in this view since then.</source>
        <translation>Seither hat sich in dieser Ansicht nichts geändert.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Terms that moved</source>
        <translation>Veränderte Summanden</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>ui::ViewWindows</name>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>move in the list</source>
        <translation>in der Liste verschieben</translation>
    </message>
    <message>
        <source>Rename…	F2</source>
        <translation>Umbenennen…	F2</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>Entfernen	Entf</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Nach oben	Alt+Auf</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Nach unten	Alt+Ab</translation>
    </message>
    <message>
        <source>Nothing to save: type a search first, or choose a view.</source>
        <translation>Nichts zu speichern: zuerst eine Suche eingeben oder eine Ansicht wählen.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>Export articles</source>
        <translation>Artikel exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json);;JSON, one article a line (*.ndjson);;Table (*.csv);;Markdown (*.md)</source>
        <translation>JSON (*.json);;JSON, ein Artikel je Zeile (*.ndjson);;Tabelle (*.csv);;Markdown (*.md)</translation>
    </message>
</context>
<context>
    <name>ui::WatchlistPanel</name>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Name of the watchlist</source>
        <translation>Name der Beobachtungsliste</translation>
    </message>
    <message>
        <source>Enter renames it</source>
        <translation>Eingabe benennt sie um</translation>
    </message>
    <message>
        <source>Show in News</source>
        <translation>In „Nachrichten“ zeigen</translation>
    </message>
    <message>
        <source>The articles of this watchlist</source>
        <translation>Die Artikel dieser Beobachtungsliste</translation>
    </message>
    <message>
        <source>New rule on it</source>
        <translation>Neue Regel dazu</translation>
    </message>
    <message>
        <source>An alert for what is of this watchlist</source>
        <translation>Ein Alarm für alles auf dieser Beobachtungsliste</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV importieren…</translation>
    </message>
    <message>
        <source>A column kind and one value, or one named ticker, entity, topic or word; or one value a line</source>
        <translation>Eine Spalte kind und eine value, oder eine namens ticker, entity, topic oder word; oder ein Wert je Zeile</translation>
    </message>
    <message>
        <source>Remove watchlist</source>
        <translation>Beobachtungsliste entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Z brings it back</source>
        <translation>Strg+Z holt sie zurück</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Kind of the member</source>
        <translation>Art des Mitglieds</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>NVDA, company:NVDA, Energy, rare earths</source>
        <translation>NVDA, company:NVDA, Energy, rare earths</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Herunternehmen</translation>
    </message>
    <message>
        <source>The chosen members (Del)</source>
        <translation>Die gewählten Mitglieder (Entf)</translation>
    </message>
    <message>
        <source>No member yet. An article is of the watchlist when it names one of its entities or tickers, is about one of its topics or holds one of its words.</source>
        <translation>Noch kein Mitglied. Ein Artikel gehört zur Beobachtungsliste, wenn er eine ihrer Entitäten oder Kürzel nennt, eines ihrer Themen behandelt oder eines ihrer Wörter enthält.</translation>
    </message>
    <message>
        <source>1 article in the last seven days</source>
        <translation>1 Artikel in den letzten sieben Tagen</translation>
    </message>
    <message>
        <source>%1 articles in the last seven days</source>
        <translation>%1 Artikel in den letzten sieben Tagen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Import members</source>
        <translation>Mitglieder importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>ui::Waterfall</name>
    <message>
        <source>Terms of the impact: %1</source>
        <translation>Summanden der Wirkung: %1</translation>
    </message>
</context>
<context>
    <name>ui::WhyDialog</name>
    <message>
        <source>Why %1?</source>
        <translation>Warum %1?</translation>
    </message>
    <message>
        <source>impact = logistic of the sum</source>
        <translation>Wirkung = logistische Funktion der Summe</translation>
    </message>
    <message>
        <source>sentiment = sum of score × weight</source>
        <translation>Stimmung = Summe aus Wert × Gewicht</translation>
    </message>
    <message>
        <source>Sum %1 → %2, %3</source>
        <translation>Summe %1 → %2, %3</translation>
    </message>
    <message>
        <source>scoring %1 · pack %2</source>
        <translation>Bewertung %1 · Daten %2</translation>
    </message>
    <message>
        <source>A percentile among news items, from stated priors; not fitted to prices. Click a term for its evidence and rule.</source>
        <translation>Ein Perzentil unter Nachrichten aus offengelegten Vorannahmen, nicht an Kurse angepasst. Ein Klick auf einen Summanden zeigt Beleg und Regel.</translation>
    </message>
</context>
<context>
    <name>ui::WindowLayouts</name>
    <message>
        <source>Layout “%1” saved.</source>
        <translation>Anordnung „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Layout “%1” cannot be read.</source>
        <translation>Anordnung „%1“ kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ui::WindowPages</name>
    <message>
        <source>Playbooks</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Storys</translation>
    </message>
    <message>
        <source>Market map</source>
        <translation>Marktkarte</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>%1 has a window of its own.</source>
        <translation>%1 hat ein eigenes Fenster.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>%1 — Leadline</source>
        <translation>%1 – Leadline</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>Weitere Seiten</translation>
    </message>
</context>
</TS>
