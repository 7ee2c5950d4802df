// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ledgerdesk.h"

#include "context.h"
#include "statedesk.h"

#include <base/analysisjson.h>
#include <store/articlestore.h>

namespace app {

LedgerDesk::LedgerDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_undo(undo)
{
}

LedgerDesk::~LedgerDesk() = default;

void LedgerDesk::read(std::optional<base::Instant> asOf)
{
    m_reader.run([asOf](store::Database& database) { return store::readLedger(database, asOf); }, this,
        [this, asOf](const base::Result<std::vector<desk::LedgerEntry>>& entries) {
            if (entries)
                Q_EMIT ledgerRead(*entries, asOf.value_or(currentInstant()));
            else
                Q_EMIT failed(QString::fromStdString(entries.error().message));
        });
}

void LedgerDesk::accept(qint64 article, int decision)
{
    m_writer.run(
        [article, decision, now = currentInstant()](store::Database& database) -> base::Result<bool> {
            const base::Result<store::StoredArticle> stored = store::readArticle(database, article);
            if (!stored)
                return stored.error();
            if (!stored->analysis || decision < 0
                || decision >= static_cast<int>(stored->analysis->decisions.size()))
                return base::Error{base::ErrorCode::NotFound, "there is no such decision"};
            // Frozen as the analysis that holds this one decision.
            base::Analysis frozen = *stored->analysis;
            frozen.decisions = {stored->analysis->decisions[static_cast<std::size_t>(decision)]};
            return store::acceptDecision(
                database, {article, decision, base::toJson(frozen, base::JsonDetail::Full), now, {}});
        },
        this,
        [this, article, decision](const base::Result<bool>& accepted) {
            if (!accepted)
                return Q_EMIT said(tr("Not saved: %1").arg(QString::fromStdString(accepted.error().message)));
            if (!*accepted) // asked for twice before the first was shown
                return;
            m_undo.remember([this, article, decision] {
                remove(article, decision, tr("Undone: the decision is not in the ledger."), false);
            });
            Q_EMIT said(tr("Kept in the ledger."));
            Q_EMIT changed(article);
        });
}

void LedgerDesk::takeBack(qint64 article, int decision)
{
    remove(article, decision, tr("Taken out of the ledger."), true);
}

void LedgerDesk::remove(qint64 article, int decision, const QString& done, bool undoable)
{
    m_writer.run(
        [article, decision](
            store::Database& database) { return store::takeBackDecision(database, article, decision); },
        this,
        [this, article, done, undoable](const base::Result<store::KeptDecision>& kept) {
            if (!kept)
                return Q_EMIT said(tr("Not saved: %1").arg(QString::fromStdString(kept.error().message)));
            if (undoable) {
                m_undo.remember([this, decision = *kept] {
                    put(decision, tr("Undone: the decision is in the ledger again."));
                });
            }
            Q_EMIT said(done);
            Q_EMIT changed(article);
        });
}

void LedgerDesk::put(const store::KeptDecision& decision, const QString& done)
{
    m_writer.run([decision](store::Database& database) { return store::acceptDecision(database, decision); },
        this,
        [this, article = decision.article, done](const base::Result<bool>& kept) {
            Q_EMIT said(kept ? done : tr("Not saved: %1").arg(QString::fromStdString(kept.error().message)));
            if (kept)
                Q_EMIT changed(article);
        });
}

} // namespace app
