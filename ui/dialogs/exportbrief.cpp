// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "exportbrief.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr int ThumbWidth = 92;
constexpr int MostInFull = 5000;

// What the entries of the list of kinds stand for.
enum Entry { OneArticle, ItsStory, Chosen, View, Changed, Ledger };

} // namespace

ExportBriefDialog::ExportBriefDialog(
    const Theme& theme, BriefSubject subject, brief::Paper paper, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_subject(std::move(subject))
{
    setWindowTitle(tr("Export brief"));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(buildChoices());
    sides->addWidget(buildPreview(), 1);
    column->addLayout(sides, 1);
    column->addWidget(buildFoot());
    m_paper->setCurrentIndex(paper == brief::Paper::Letter ? 1 : 0);
    const auto key = [this](const QString& keys, auto run) {
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, run);
    };
    key(QStringLiteral("J"), [this] { choosePage(m_page + 1); });
    key(QStringLiteral("K"), [this] { choosePage(m_page - 1); });
    key(QStringLiteral("Ctrl+Return"), [this] {
        m_saveSoon = m_pages == 0; // the pages are still on their way
        m_save->click();
    });
    key(QStringLiteral("Ctrl+P"), [this] { m_print->click(); });
    key(QStringLiteral("Ctrl+C"), [this] { m_copy->click(); });
    connect(m_kind, &QComboBox::activated, this, &ExportBriefDialog::chooseKind);
    connect(m_paper, &QComboBox::activated, this, &ExportBriefDialog::prepare);
    connect(m_inFull, &QLineEdit::editingFinished, this, [this] {
        if (m_inFull->isModified())
            prepare();
    });
    m_thumbs->setFocus();
    resize(theme.px(980), theme.px(680));
}

ExportBriefDialog::~ExportBriefDialog() = default;

KeysDialog::Rows ExportBriefDialog::keys()
{
    return {{QStringLiteral("J K"), tr("next and previous page")},
        {QStringLiteral("Ctrl+Return"), tr("export to a file")}, {QStringLiteral("Ctrl+P"), tr("print")},
        {QStringLiteral("Ctrl+C"), tr("copy as rich text")},
        {QStringLiteral("Esc"), tr("cancel what is under way, else close")}};
}

QWidget* ExportBriefDialog::buildChoices()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(m_theme.px(232));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QLabel(tr("Export brief"), side);
    head->setFont(m_theme.font(16, QFont::DemiBold));
    column->addWidget(head);
    column->addSpacing(m_theme.px(4));
    const auto row = [&](const QString& name, QWidget* field) {
        auto* label = new QLabel(name, side);
        label->setFont(m_theme.font(12));
        label->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
        label->setBuddy(field);
        field->setFont(m_theme.font(13));
        field->setAccessibleName(name);
        column->addWidget(label);
        column->addWidget(field);
    };
    m_kind = new QComboBox(side);
    if (m_subject.article != 0) {
        m_kind->addItem(tr("This article"), OneArticle);
        m_kind->addItem(tr("The story of this article"), ItsStory);
    }
    if (m_subject.chosen.size() > 1)
        m_kind->addItem(tr("The %1 chosen articles").arg(m_subject.chosen.size()), Chosen);
    m_kind->addItem(tr("All of this view"), View);
    m_kind->addItem(tr("Changed since a brief\u2026"), Changed);
    m_kind->addItem(tr("Decision sheet"), Ledger);
    if (m_subject.sheet)
        m_kind->setCurrentIndex(m_kind->findData(Ledger));
    else if (m_subject.chosen.size() > 1)
        m_kind->setCurrentIndex(m_kind->findData(Chosen));
    row(tr("What"), m_kind);
    m_inFull = new QLineEdit(QStringLiteral("12"), side);
    m_inFull->setValidator(new QIntValidator(0, MostInFull, m_inFull));
    row(tr("Articles told in full"), m_inFull);
    m_paper = new QComboBox(side);
    m_paper->addItems({tr("A4"), tr("Letter")});
    row(tr("Paper"), m_paper);
    m_format = new QComboBox(side);
    for (const auto& [name, ending] : {std::pair(tr("PDF"), "pdf"), std::pair(tr("HTML, one file"), "html"),
             std::pair(tr("Markdown"), "md"), std::pair(tr("Plain text"), "txt"), std::pair(tr("JSON"), "json")})
        m_format->addItem(name, QString::fromLatin1(ending));
    row(tr("Format"), m_format);
    m_summary = new QLabel(side);
    m_summary->setFont(m_theme.font(12));
    m_summary->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    column->addSpacing(m_theme.px(6));
    column->addWidget(m_summary);
    column->addStretch();
    return side;
}

QWidget* ExportBriefDialog::buildPreview()
{
    auto* preview = new QWidget(this);
    auto* row = new QHBoxLayout(preview);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_thumbs = new QListWidget(preview);
    m_thumbs->setAccessibleName(tr("Pages"));
    m_thumbs->setViewMode(QListView::IconMode);
    m_thumbs->setFlow(QListView::TopToBottom);
    m_thumbs->setWrapping(false);
    m_thumbs->setMovement(QListView::Static);
    m_thumbs->setUniformItemSizes(true);
    m_thumbs->setSpacing(m_theme.px(4));
    m_thumbs->setFont(m_theme.font(11));
    m_thumbs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_thumbs->setFixedWidth(m_theme.px(ThumbWidth + 44));
    row->addWidget(m_thumbs);
    m_scroll = new QScrollArea(preview);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else the page's width would hang on its height
    m_large = new QLabel(m_scroll);
    m_large->setAccessibleName(tr("Page as it will be"));
    m_scroll->setWidget(m_large);
    row->addWidget(m_scroll, 1);
    connect(m_thumbs, &QListWidget::currentRowChanged, this, &ExportBriefDialog::choosePage);
    connect(m_thumbs->verticalScrollBar(), &QScrollBar::valueChanged, this, &ExportBriefDialog::askPages);
    return preview;
}

QWidget* ExportBriefDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_status = new QLabel(foot);
    m_status->setFont(m_theme.font(12));
    m_status->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_status->setMinimumHeight(m_theme.px(32));
    row->addWidget(m_status, 1);
    m_progress = new QProgressBar(foot);
    m_progress->setFixedWidth(m_theme.px(140));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(m_theme.px(6));
    m_progress->setAccessibleName(tr("Pages written"));
    m_progress->hide();
    row->addWidget(m_progress);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_copy = new QPushButton(tr("Copy"), foot);
    m_copy->setToolTip(tr("Copy as rich text (Ctrl+C)"));
    m_print = new QPushButton(tr("Print\u2026"), foot);
    m_save = new QPushButton(tr("Export\u2026"), foot);
    m_save->setObjectName(QStringLiteral("primary"));
    auto* close = new QPushButton(tr("Close"), foot);
    for (QPushButton* button : {m_cancel, m_copy, m_print, m_save, close}) {
        button->setFont(m_theme.font(12.5));
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &ExportBriefDialog::cancelWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyWanted(m_generation); });
    connect(m_print, &QPushButton::clicked, this, &ExportBriefDialog::choosePrinter);
    connect(m_save, &QPushButton::clicked, this, &ExportBriefDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return foot;
}

void ExportBriefDialog::start() { prepare(); }

void ExportBriefDialog::chooseKind()
{
    if (m_kind->currentData().toInt() != Changed)
        return prepare();
    auto* dialog = new QFileDialog(
        this, tr("The former brief's sidecar"), {}, tr("Sidecar of a brief (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_since = path;
        prepare();
    });
    connect(dialog, &QFileDialog::rejected, this, [this] {
        m_kind->setCurrentIndex(0);
        prepare();
    });
    dialog->open();
}

void ExportBriefDialog::prepare()
{
    BriefChoice choice;
    choice.query = m_subject.query;
    choice.sort = m_subject.sort;
    choice.paper = m_paper->currentIndex() == 1 ? brief::Paper::Letter : brief::Paper::A4;
    choice.inFull = m_inFull->text().toInt();
    const int entry = m_kind->currentData().toInt();
    switch (entry) {
    case OneArticle:
        choice.article = m_subject.article;
        break;
    case ItsStory:
        choice.kind = brief::Kind::Story;
        choice.article = m_subject.article;
        break;
    case Chosen:
        choice.kind = brief::Kind::Desk;
        choice.chosen = m_subject.chosen;
        break;
    case Changed:
        choice.kind = brief::Kind::Changes;
        choice.since = m_since;
        break;
    case Ledger:
        choice.kind = brief::Kind::Decisions;
        break;
    default:
        choice.kind = brief::Kind::Desk;
    }
    m_inFull->setModified(false);
    m_inFull->setEnabled(entry != OneArticle && entry != Ledger);
    ++m_generation;
    m_pages = 0;
    m_largeAsked = m_thumbAsked = -1;
    m_status->setText(tr("Preparing the pages\u2026"));
    setWorking(m_working);
    Q_EMIT prepareWanted(choice, m_generation);
}

void ExportBriefDialog::showPrepared(int generation, int pages, const QSizeF& size, const QString& title)
{
    if (generation != m_generation)
        return;
    m_pages = pages;
    m_title = title;
    m_ratio = size.height() / size.width();
    m_status->setText({});
    m_summary->setText(title + QLatin1Char('\n') + (pages == 1 ? tr("1 page") : tr("%1 pages").arg(pages)));
    const QSize icon(m_theme.px(ThumbWidth), static_cast<int>(m_theme.px(ThumbWidth) * m_ratio));
    m_thumbs->setIconSize(icon);
    m_thumbs->setGridSize(icon + QSize(m_theme.px(18), m_theme.px(28)));
    QPixmap empty(icon);
    empty.fill(m_theme.colour(Role::Raised));
    {
        const QSignalBlocker quiet(m_thumbs);
        m_thumbs->clear();
        for (int page = 0; page < pages; ++page) {
            auto* item = new QListWidgetItem(QIcon(empty), QString::number(page + 1), m_thumbs);
            item->setData(Qt::UserRole, false); // not drawn yet
            item->setData(Qt::AccessibleTextRole, tr("Page %1 of %2").arg(page + 1).arg(pages));
        }
    }
    m_page = std::min(m_page, pages - 1);
    m_thumbs->setCurrentRow(m_page);
    setWorking(m_working);
    askPages();
    if (std::exchange(m_saveSoon, false))
        m_save->click();
}

void ExportBriefDialog::showFailure(int generation, const QString& reason)
{
    if (generation != m_generation)
        return;
    m_pages = 0;
    m_saveSoon = false;
    m_thumbs->clear();
    m_large->clear();
    m_large->resize(0, 0);
    m_summary->clear();
    m_status->setText(reason);
    setWorking(m_working);
}

int ExportBriefDialog::largeWidth() const { return std::max(120, m_scroll->viewport()->width() - m_theme.px(16)); }

void ExportBriefDialog::askPages()
{
    if (m_pages == 0)
        return;
    const double ratio = devicePixelRatioF();
    if (m_largeAsked != m_page) {
        m_largeAsked = m_page;
        Q_EMIT pageWanted(m_generation, m_page, static_cast<int>(largeWidth() * ratio), true);
    }
    if (m_thumbAsked >= 0)
        return;
    const QRect shown = m_thumbs->viewport()->rect();
    for (int page = 0; page < m_thumbs->count(); ++page) {
        const QListWidgetItem* item = m_thumbs->item(page);
        if (item->data(Qt::UserRole).toBool() || !m_thumbs->visualItemRect(item).intersects(shown))
            continue;
        m_thumbAsked = page;
        Q_EMIT pageWanted(m_generation, page, static_cast<int>(m_thumbs->iconSize().width() * ratio), false);
        return;
    }
}

void ExportBriefDialog::showPage(int generation, int page, bool large, const QImage& image)
{
    if (generation != m_generation || page >= m_thumbs->count())
        return;
    QPixmap drawn = QPixmap::fromImage(image);
    drawn.setDevicePixelRatio(devicePixelRatioF());
    if (!large) {
        QIcon icon(drawn);
        icon.addPixmap(drawn, QIcon::Selected); // the page keeps its colours, its number is marked
        m_thumbs->item(page)->setIcon(icon);
        m_thumbs->item(page)->setData(Qt::UserRole, true);
        m_thumbAsked = -1;
        return askPages();
    }
    if (page != m_page)
        return;
    m_large->setPixmap(drawn);
    m_large->resize(drawn.deviceIndependentSize().toSize());
}

void ExportBriefDialog::choosePage(int page)
{
    if (page < 0 || page >= m_pages)
        return;
    m_page = page;
    if (m_thumbs->currentRow() != page)
        return m_thumbs->setCurrentRow(page);
    m_scroll->verticalScrollBar()->setValue(0);
    askPages();
}

void ExportBriefDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_largeAsked = -1;
    askPages();
}

void ExportBriefDialog::setWorking(bool working)
{
    m_working = working;
    for (QPushButton* button : {m_copy, m_print, m_save})
        button->setEnabled(!working && m_pages > 0);
    m_cancel->setVisible(working);
    m_progress->setVisible(working);
    m_progress->setRange(0, 0); // until the number of pages is known
}

void ExportBriefDialog::showProgress(int done, int pages)
{
    if (!m_working || pages == 0)
        return;
    m_progress->setRange(0, pages);
    m_progress->setValue(done);
}

void ExportBriefDialog::showFinished(const QString& message)
{
    setWorking(false);
    m_status->setText(message);
}

void ExportBriefDialog::showCopied(const QString& html, const QString& text)
{
    auto* both = new QMimeData;
    both->setHtml(html);
    both->setText(text);
    QApplication::clipboard()->setMimeData(both);
    m_status->setText(tr("Copied."));
}

void ExportBriefDialog::chooseFile()
{
    const QString ending = m_format->currentData().toString();
    auto* dialog = new QFileDialog(this, tr("Export brief"), {},
        QStringLiteral("%1 (*.%2)").arg(m_format->currentText(), ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(QStringLiteral("brief.") + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        setWorking(true);
        m_status->setText(tr("Writing %1\u2026").arg(path));
        Q_EMIT saveWanted(m_generation, path);
    });
    dialog->open();
}

void ExportBriefDialog::choosePrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(m_paper->currentIndex() == 1 ? QPageSize::Letter : QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(m_title);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, m_pages);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        setWorking(true);
        m_status->setText(tr("Printing\u2026"));
        Q_EMIT printWanted(m_generation, printer);
    });
    dialog->open();
}

void ExportBriefDialog::reject()
{
    if (m_working)
        Q_EMIT cancelWanted();
    else
        QDialog::reject();
}

} // namespace ui
