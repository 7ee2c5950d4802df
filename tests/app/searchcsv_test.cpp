// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// A table that goes out and comes in again: no spreadsheet computes what a publisher wrote, and no word of it
// is lost.
#include <app/commands/commands.h>
#include <app/context.h>
#include <app/resourcefiles.h>
#include <ingest/files/tablefile.h>
#include <store/articlestore.h>
#include <store/database.h>
#include <store/sourcestore.h>

#include <QTemporaryDir>
#include <QTest>

#include <iostream>
#include <sstream>

class SearchCsvTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formulas_data();
    void formulas();
};
