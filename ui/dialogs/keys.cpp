// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "keys.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

namespace {

QString table(const Theme& theme, const QString& title, const KeysDialog::Rows& rows)
{
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

KeysDialog::KeysDialog(const Theme& theme, const Rows& keys, const Rows& operators, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys and search"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    auto* text = new QTextBrowser(this);
    text->setOpenLinks(false);
    text->setFont(theme.font(13));
    text->setMinimumSize(theme.px(800), theme.px(600));
    text->setHtml(QStringLiteral("<table width=\"100%\"><tr><td valign=\"top\" width=\"46%\">%1</td><td "
                                 "width=\"24\"></td><td valign=\"top\">%2</td></tr></table>")
                      .arg(table(theme, tr("Keys"), keys), table(theme, tr("Search"), operators)));
    column->addWidget(text);
}

KeysDialog::~KeysDialog() = default;

} // namespace ui
