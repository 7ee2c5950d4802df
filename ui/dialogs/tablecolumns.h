// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <QDialog>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

// A table of articles and what its columns hold.
struct TableColumns {
    QStringList headers; // the cells of the header row
    QList<QStringList> rows; // the first ones; shorter than the header where cells are missing
    QMap<QString, int> fields; // title, body, published, source, url, author, language, id → column
};

// Shows which column of a table is read as what, and the first article that comes of it; the user may set it
// otherwise. A field is read from one column at most.
class TableColumnsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableColumnsDialog)

public:
    // `name` is that of the file.
    TableColumnsDialog(
        const Theme& theme, TableColumns columns, const QString& name, QWidget* parent = nullptr);
    ~TableColumnsDialog() override;

Q_SIGNALS:
    void assigned(const QMap<QString, int>& fields); // confirmed, whether it was changed or not

private:
    void buildTable();
    QWidget* buildPreview();
    void choose(int column, const QString& field);
    void showState();
    QString cell(const QString& field) const; // of the first article
    void confirm();

    const Theme& m_theme;
    TableColumns m_columns;
    QTableWidget* m_table = nullptr;
    // What each column was given, and when: of two with the same field the later one has it, and the earlier
    // one gets it back when the later moves on, so that going through the list by keys takes nothing away.
    struct Wish {
        QString field;
        int turn = 0;
    };
    QList<Wish> m_wishes;
    int m_turn = 0;
    QList<QComboBox*> m_choosers; // one a column
    QLabel* m_title = nullptr;
    QLabel* m_meta = nullptr;
    QLabel* m_body = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_ok = nullptr;
};

} // namespace ui
