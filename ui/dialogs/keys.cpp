// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "keys.h"

#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

namespace {

// The rows that hold it, under the headings that have any left.
KeysDialog::Rows matching(const KeysDialog::Rows& rows, const QString& typed)
{
    KeysDialog::Rows left;
    for (const auto& row : rows) {
        const bool heading = row.first.isEmpty();
        if (heading && !left.isEmpty() && left.last().first.isEmpty())
            left.removeLast();
        if (heading || row.first.contains(typed, Qt::CaseInsensitive)
            || row.second.contains(typed, Qt::CaseInsensitive))
            left.append(row);
    }
    if (!left.isEmpty() && left.last().first.isEmpty())
        left.removeLast();
    return left;
}

QString table(const Theme& theme, const QString& title, const KeysDialog::Rows& rows)
{
    if (rows.isEmpty())
        return {};
    QString html
        = QStringLiteral("<p style=\"font-weight:600\">%1</p><table cellspacing=\"0\" cellpadding=\"3\">")
              .arg(title);
    for (const auto& [key, text] : rows) {
        if (key.isEmpty()) {
            html += QStringLiteral(
                "<tr><td colspan=\"2\" style=\"color:%1; padding-top:10px; font-weight:600\">%2"
                "</td></tr>")
                        .arg(theme.css(Role::Text), text.toHtmlEscaped());
            continue;
        }
        html += QStringLiteral("<tr><td width=\"%5\" style=\"color:%1; white-space:nowrap; "
                               "padding-right:18px\">%2</td><td style=\"color:%3\">%4</td></tr>")
                    .arg(theme.css(Role::Accent), key.toHtmlEscaped(), theme.css(Role::Body),
                        text.toHtmlEscaped(), QString::number(theme.px(104)));
    }
    return html + QStringLiteral("</table>");
}

} // namespace

KeysDialog::KeysDialog(const Theme& theme, Rows keys, Rows operators, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_keys(std::move(keys))
    , m_operators(std::move(operators))
{
    setWindowTitle(tr("Keys and search"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    m_filter = new QLineEdit(this);
    m_filter->setFont(theme.font(13));
    m_filter->setPlaceholderText(tr("Type a key, or what it does"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_text = new QTextBrowser(this);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Keys and search"));
    m_text->setFont(theme.font(13));
    column->addWidget(m_text);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::show);
    const QSize room = parent != nullptr ? parent->window()->size() : QSize(theme.px(880), theme.px(680));
    resize(qMin(theme.px(880), qMax(room.width(), theme.px(400))),
        qMin(theme.px(680), qMax(room.height(), theme.px(300))));
    show({});
    m_filter->setFocus();
}

KeysDialog::~KeysDialog() = default;

void KeysDialog::show(const QString& typed)
{
    const QString word = typed.simplified();
    const QString keys = table(m_theme, tr("Keys"), matching(m_keys, word));
    const QString operators = table(m_theme, tr("Search"), matching(m_operators, word));
    if (keys.isEmpty() && operators.isEmpty())
        return m_text->setHtml(QStringLiteral("<p style=\"color:%1\">%2</p>")
                                   .arg(m_theme.css(Role::Muted), tr("No key and no operator says that.")));
    const QString gap
        = keys.isEmpty() || operators.isEmpty() ? QString() : QStringLiteral("<td width=\"24\"></td>");
    const auto cell = [&](const QString& html) {
        return html.isEmpty() ? QString()
                              : QStringLiteral("<td valign=\"top\" width=\"%1%\">%2</td>")
                                    .arg(QString::number(gap.isEmpty() ? 100 : 48), html);
    };
    m_text->setHtml(QStringLiteral("<table width=\"100%\"><tr>") + cell(keys) + gap + cell(operators)
        + QStringLiteral("</tr></table>"));
}

} // namespace ui
