// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "datawords.h"

#include <QByteArray>
#include <QCoreApplication>

namespace items {

namespace {

// Read by lupdate alone: the layers that speak these words know no translation.
[[maybe_unused]] constexpr const char* Words[] = {
    // Impact and its reach
    QT_TRANSLATE_NOOP("data", "negligible"),
    QT_TRANSLATE_NOOP("data", "low"),
    QT_TRANSLATE_NOOP("data", "moderate"),
    QT_TRANSLATE_NOOP("data", "high"),
    QT_TRANSLATE_NOOP("data", "very high"),
    QT_TRANSLATE_NOOP("data", "small company"),
    QT_TRANSLATE_NOOP("data", "single company"),
    QT_TRANSLATE_NOOP("data", "industry-wide"),
    QT_TRANSLATE_NOOP("data", "sector-wide"),
    QT_TRANSLATE_NOOP("data", "several sectors"),
    QT_TRANSLATE_NOOP("data", "region-wide"),
    QT_TRANSLATE_NOOP("data", "global"),
    // Terms of the impact
    QT_TRANSLATE_NOOP("data", "event"),
    QT_TRANSLATE_NOOP("data", "breadth"),
    QT_TRANSLATE_NOOP("data", "novelty"),
    QT_TRANSLATE_NOOP("data", "certainty"),
    QT_TRANSLATE_NOOP("data", "source"),
    QT_TRANSLATE_NOOP("data", "surprise"),
    QT_TRANSLATE_NOOP("data", "other events"),
    // Sentiment
    QT_TRANSLATE_NOOP("data", "mixed"),
    QT_TRANSLATE_NOOP("data", "neutral"),
    QT_TRANSLATE_NOOP("data", "mildly negative"),
    QT_TRANSLATE_NOOP("data", "moderately negative"),
    QT_TRANSLATE_NOOP("data", "strongly negative"),
    QT_TRANSLATE_NOOP("data", "mildly positive"),
    QT_TRANSLATE_NOOP("data", "moderately positive"),
    QT_TRANSLATE_NOOP("data", "strongly positive"),
    // What an article is
    QT_TRANSLATE_NOOP("data", "news"),
    QT_TRANSLATE_NOOP("data", "explainer"),
    QT_TRANSLATE_NOOP("data", "opinion"),
    QT_TRANSLATE_NOOP("data", "wrap"),
    QT_TRANSLATE_NOOP("data", "recap"),
    QT_TRANSLATE_NOOP("data", "not analysed"),
    // How sure an event is
    QT_TRANSLATE_NOOP("data", "completed"),
    QT_TRANSLATE_NOOP("data", "announced"),
    QT_TRANSLATE_NOOP("data", "proposed"),
    QT_TRANSLATE_NOOP("data", "expected"),
    QT_TRANSLATE_NOOP("data", "explanatory"),
    QT_TRANSLATE_NOOP("data", "threatened"),
    QT_TRANSLATE_NOOP("data", "rumoured"),
    QT_TRANSLATE_NOOP("data", "conditional"),
    QT_TRANSLATE_NOOP("data", "delayed"),
    QT_TRANSLATE_NOOP("data", "denied"),
    QT_TRANSLATE_NOOP("data", "historical"),
    // Entities
    QT_TRANSLATE_NOOP("data", "agency"),
    QT_TRANSLATE_NOOP("data", "body"),
    QT_TRANSLATE_NOOP("data", "central bank"),
    QT_TRANSLATE_NOOP("data", "commodity"),
    QT_TRANSLATE_NOOP("data", "company"),
    QT_TRANSLATE_NOOP("data", "country"),
    QT_TRANSLATE_NOOP("data", "currency"),
    QT_TRANSLATE_NOOP("data", "fund"),
    QT_TRANSLATE_NOOP("data", "index"),
    QT_TRANSLATE_NOOP("data", "person"),
    // Members of watchlists
    QT_TRANSLATE_NOOP("data", "ticker"),
    QT_TRANSLATE_NOOP("data", "entity"),
    QT_TRANSLATE_NOOP("data", "topic"),
    QT_TRANSLATE_NOOP("data", "word"),
    // Decisions
    QT_TRANSLATE_NOOP("data", "curve"),
    QT_TRANSLATE_NOOP("data", "exit"),
    QT_TRANSLATE_NOOP("data", "fade"),
    QT_TRANSLATE_NOOP("data", "fx"),
    QT_TRANSLATE_NOOP("data", "hedge"),
    QT_TRANSLATE_NOOP("data", "long"),
    QT_TRANSLATE_NOOP("data", "long / short"),
    QT_TRANSLATE_NOOP("data", "options"),
    QT_TRANSLATE_NOOP("data", "pair"),
    QT_TRANSLATE_NOOP("data", "short"),
    QT_TRANSLATE_NOOP("data", "watch"),
    // Views
    QT_TRANSLATE_NOOP("data", "Top by impact"),
    QT_TRANSLATE_NOOP("data", "Latest"),
    QT_TRANSLATE_NOOP("data", "Unread"),
    QT_TRANSLATE_NOOP("data", "Starred"),
    QT_TRANSLATE_NOOP("data", "Recently read"),
    QT_TRANSLATE_NOOP("data", "With decisions"),
    // Help of the query language
    QT_TRANSLATE_NOOP("data", "both words, whole, anywhere in the text"),
    QT_TRANSLATE_NOOP("data", "either"),
    QT_TRANSLATE_NOOP("data", "without it; also NOT oil"),
    QT_TRANSLATE_NOOP("data", "a group"),
    QT_TRANSLATE_NOOP("data", "these words in this order"),
    QT_TRANSLATE_NOOP("data", "words that begin so"),
    QT_TRANSLATE_NOOP("data", "at most five words between them"),
    QT_TRANSLATE_NOOP("data", "in the headline only"),
    QT_TRANSLATE_NOOP("data", "in the text only"),
    QT_TRANSLATE_NOOP("data", "from a source of this name"),
    QT_TRANSLATE_NOOP("data", "by an author of this name"),
    QT_TRANSLATE_NOOP("data", "about this topic"),
    QT_TRANSLATE_NOOP("data", "names the instrument"),
    QT_TRANSLATE_NOOP("data", "names this company, country, commodity"),
    QT_TRANSLATE_NOOP("data", "reports such an event"),
    QT_TRANSLATE_NOOP("data", "in this language"),
    QT_TRANSLATE_NOOP("data", "news, explainer, opinion, wrap, recap"),
    QT_TRANSLATE_NOOP("data", "of this story"),
    QT_TRANSLATE_NOOP("data", "carries your label"),
    QT_TRANSLATE_NOOP("data", "names a member of your watchlist"),
    QT_TRANSLATE_NOOP("data", "also read, starred, hidden"),
    QT_TRANSLATE_NOOP("data", "also note, alert, label"),
    QT_TRANSLATE_NOOP("data", "0 to 1; < <= = >= >"),
    QT_TRANSLATE_NOOP("data", "−1 to +1"),
    QT_TRANSLATE_NOOP("data", "0 to 100: new within its story"),
    QT_TRANSLATE_NOOP("data", "0 to 100: of its leading entity"),
    QT_TRANSLATE_NOOP("data", "also today, 24h, 2026-03, 2026-03-01..2026-03-15"),
    QT_TRANSLATE_NOOP("data", "when it came in; the same forms"),
    QT_TRANSLATE_NOOP("data", "what a saved search finds"),
    QT_TRANSLATE_NOOP("data", "also published, received, relevance, read"),
    QT_TRANSLATE_NOOP("data", "not read yet"),
    QT_TRANSLATE_NOOP("data", "read"),
    QT_TRANSLATE_NOOP("data", "with a star"),
    QT_TRANSLATE_NOOP("data", "taken out of the lists"),
    QT_TRANSLATE_NOOP("data", "with scores"),
    QT_TRANSLATE_NOOP("data", "with key decisions"),
    QT_TRANSLATE_NOOP("data", "with your note"),
    QT_TRANSLATE_NOOP("data", "an alert rule fired"),
    QT_TRANSLATE_NOOP("data", "with a label"),
    QT_TRANSLATE_NOOP("data", "highest first"),
    QT_TRANSLATE_NOOP("data", "newest first"),
    QT_TRANSLATE_NOOP("data", "last come first"),
    QT_TRANSLATE_NOOP("data", "best match first"),
    QT_TRANSLATE_NOOP("data", "last read first"),
    QT_TRANSLATE_NOOP("data", "last read first; only what was read"),
    QT_TRANSLATE_NOOP("data", "since midnight, UTC"),
    QT_TRANSLATE_NOOP("data", "the day before"),
    QT_TRANSLATE_NOOP("data", "the last 24 hours"),
    QT_TRANSLATE_NOOP("data", "the last seven days"),
    QT_TRANSLATE_NOOP("data", "the last four weeks"),
};

} // namespace

QString dataWord(std::string_view word)
{
    return QCoreApplication::translate(
        "data", QByteArray(word.data(), static_cast<qsizetype>(word.size())).constData());
}

} // namespace items
