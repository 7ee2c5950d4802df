// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "retention.h"

#include "removal.h"

#include <base/instant.h>
#include <items/navigationmodel.h>
#include <items/timetext.h>
#include <ui/widgets/rowdelegate.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int SoonMs = 300;
constexpr int MostDays = 36500;

QString dayText(base::Instant instant)
{
    const std::string iso = base::toIso(instant);
    return QString::fromStdString(iso.substr(0, 10));
}

} // namespace

RetentionDialog::RetentionDialog(const Theme& theme, base::Instant now, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_now(now)
{
    setWindowTitle(tr("Keep and remove"));
    setPalette(theme.palette()); // a window does not take that of its parent
    const QString muted = QStringLiteral("color: %1").arg(theme.css(Role::Muted));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* head = new QLabel(tr("What need not be kept for ever"), this);
    head->setFont(theme.font(16, QFont::DemiBold));
    column->addWidget(head);
    auto* promise = new QLabel(
        tr("Starred, noted and labelled articles, and those an accepted decision rests on, always stay."),
        this);
    promise->setFont(theme.font(12));
    promise->setStyleSheet(muted);
    promise->setWordWrap(true);
    column->addWidget(promise);
    const auto general = [&](QCheckBox*& box, QLineEdit*& number, const QString& before, const QString& after,
                             const QString& preset, int most) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        box = new QCheckBox(before, this);
        box->setFont(theme.font(13));
        number = new QLineEdit(preset, this);
        number->setFont(theme.font(13));
        number->setValidator(new QIntValidator(1, most, number));
        number->setFixedWidth(theme.px(90));
        number->setAlignment(Qt::AlignRight);
        number->setAccessibleName(before + QLatin1Char(' ') + after);
        auto* word = new QLabel(after, this);
        word->setFont(theme.font(13));
        row->addWidget(box);
        row->addWidget(number);
        row->addWidget(word);
        row->addStretch();
        column->addLayout(row);
        connect(box, &QCheckBox::toggled, number, &QWidget::setEnabled);
        connect(box, &QCheckBox::toggled, this, &RetentionDialog::edited);
        connect(number, &QLineEdit::textEdited, this, &RetentionDialog::edited);
        number->setEnabled(false);
    };
    general(m_byAge, m_days, tr("Remove articles received more than"), tr("days ago"), QStringLiteral("365"),
        MostDays);
    general(m_byNumber, m_newest, tr("Keep of each source only the newest"), tr("articles"),
        QStringLiteral("10000"), 100000000);
    auto* own
        = new QLabel(tr("A source can have a rule of its own: a number, “all”, or nothing."), this);
    own->setFont(theme.font(12));
    own->setStyleSheet(muted);
    own->setWordWrap(true);
    column->addWidget(own);
    m_table = new QTableView(this);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RowDelegate(theme, m_table));
    m_table->setAccessibleName(tr("Rules of sources"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(27));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(items::RetentionModel::Title, QHeaderView::Stretch);
    for (int at = items::RetentionModel::Articles; at < items::RetentionModel::ColumnCount; ++at)
        m_table->setColumnWidth(at, theme.px(90));
    dressHeader(theme, *m_table->horizontalHeader());
    column->addWidget(m_table, 1);
    m_shown = new QLabel(tr("Reading\u2026"), this);
    m_shown->setFont(theme.font(13));
    m_shown->setWordWrap(true);
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setMinimumHeight(theme.px(40));
    m_shown->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_shown);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch();
    m_apply = new QPushButton(tr("Apply\u2026"), this);
    m_apply->setObjectName(QStringLiteral("primary"));
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_apply, close}) {
        button->setFont(theme.font(12.5));
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    column->addLayout(foot);
    connect(m_apply, &QPushButton::clicked, this, &RetentionDialog::askApply);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_model, &items::RetentionModel::edited, this, &RetentionDialog::edited);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { Q_EMIT previewWanted(rules()); });
    m_apply->setEnabled(false);
    setEnabled(false); // until the rules are read
    resize(theme.px(680), theme.px(560));
}

RetentionDialog::~RetentionDialog() = default;

std::vector<desk::RetentionRule> RetentionDialog::rules() const
{
    std::vector<desk::RetentionRule> rules;
    desk::RetentionRule general;
    if (m_byAge->isChecked() && m_days->hasAcceptableInput())
        general.days = m_days->text().toInt();
    if (m_byNumber->isChecked() && m_newest->hasAcceptableInput())
        general.articles = m_newest->text().toLongLong();
    if (general.days || general.articles)
        rules.push_back(general);
    for (const desk::RetentionRule& rule : m_model.rules())
        rules.push_back(rule);
    return rules;
}

void RetentionDialog::showRules(
    const std::vector<desk::RetentionRule>& rules, const std::vector<desk::SourceHealth>& sources)
{
    m_model.setSources(sources, rules);
    for (const desk::RetentionRule& rule : rules) {
        if (rule.source != 0)
            continue;
        m_byAge->setChecked(rule.days.has_value());
        m_byNumber->setChecked(rule.articles.has_value());
        if (rule.days)
            m_days->setText(QString::number(*rule.days));
        if (rule.articles)
            m_newest->setText(QString::number(*rule.articles));
    }
    setEnabled(true);
    m_byAge->setFocus();
    m_soon.stop();
    m_preview.reset();
    Q_EMIT previewWanted(this->rules());
}

void RetentionDialog::edited()
{
    m_preview.reset();
    m_apply->setEnabled(false);
    m_model.forgetPreview();
    m_shown->setText(tr("Looking at what that would remove\u2026"));
    m_soon.start();
}

QString RetentionDialog::previewText(const desk::RetentionPreview& preview) const
{
    const QString kept = preview.kept == 0
        ? QString()
        : tr(" %1 others that a rule names stay: starred, noted, labelled or decided on.")
              .arg(items::countText(preview.kept));
    if (rules().empty())
        return tr("No rule: all articles are kept.");
    if (preview.articles == 0)
        return tr("Would remove nothing now.") + kept;
    const auto sources = static_cast<qint64>(preview.sources.size());
    return tr("Would remove %1 of %2, received %3 to %4, about %5 of text.")
               .arg(preview.articles == 1 ? tr("1 article")
                                          : tr("%1 articles").arg(items::countText(preview.articles)),
                   sources == 1 ? tr("1 source") : tr("%1 sources").arg(items::countText(sources)),
                   preview.oldest ? dayText(*preview.oldest) : QString(),
                   preview.newest ? dayText(*preview.newest) : QString(), items::bytesText(preview.bytes))
        + kept;
}

void RetentionDialog::showPreview(
    const std::vector<desk::RetentionRule>& rules, const desk::RetentionPreview& preview)
{
    if (rules != this->rules() || m_soon.isActive())
        return;
    m_preview = preview;
    m_model.setPreview(preview);
    m_shown->setText(previewText(preview));
    m_apply->setEnabled(true);
    m_apply->setText(preview.articles > 0 ? tr("Apply\u2026") : tr("Save rules"));
}

void RetentionDialog::askApply()
{
    if (!m_preview)
        return;
    const auto apply = [this, rules = rules(), count = static_cast<qint64>(m_preview->articles)] {
        Q_EMIT applied(rules, count);
        accept();
    };
    if (m_preview->articles == 0)
        return apply();
    askRemoval(m_theme, *this,
        m_preview->articles == 1 ? tr("Remove 1 article?")
                                 : tr("Remove %1 articles?").arg(items::countText(m_preview->articles)),
        tr("They go with their revisions and analyses, and this cannot be taken back. From now on what these "
           "rules name goes once a day."),
        RemovalDefault::Keep, apply);
}

} // namespace ui
