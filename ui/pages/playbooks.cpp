// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "playbooks.h"

#include <ui/widgets/packhighlighter.h>

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int FindingsHeight = 130; // at the most
constexpr int PauseMs = 500; // in typing, before the text is checked
constexpr int BenchArticles = 500;
constexpr int SideBySide = 1150; // narrower than this the bench stands below the editor
constexpr int PathRole = Qt::UserRole;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// What a new playbook begins with: it names what an author has to fill in, and is checked like any other.
QString outline(const QString& id)
{
    return QStringLiteral("# What it is about, in one line.\n"
                          "id = \"%1\"\n"
                          "events = []\n"
                          "priority = 1\n"
                          "\n"
                          "[role.company]\n"
                          "name = \"{company}\"\n"
                          "instrument = \"{ticker}\"\n")
        .arg(id);
}

} // namespace

PlaybooksPage::PlaybooksPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(buildFiles());
    m_work = new QSplitter(Qt::Horizontal, m_columns);
    m_work->setHandleWidth(1);
    m_work->setChildrenCollapsible(false);
    m_work->addWidget(buildEditor());
    m_work->addWidget(buildBench());
    m_work->setStretchFactor(0, 1);
    m_work->setSizes({theme.px(800), theme.px(450)});
    m_columns->addWidget(m_work);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({theme.px(250), theme.px(1250)});
    row->addWidget(m_columns);
    m_typed.setSingleShot(true);
    m_typed.setInterval(PauseMs);
    connect(
        &m_typed, &QTimer::timeout, this, [this] { Q_EMIT checkWanted(m_path, m_editor->toPlainText()); });
    refreshTheme();
    showState();
}

PlaybooksPage::~PlaybooksPage() = default;

QWidget* PlaybooksPage::buildFiles()
{
    auto* column = new QFrame(this);
    column->setObjectName(QStringLiteral("sidebar"));
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(12, 12, 8, 8);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_heading = new QLabel(tr("Playbooks and knowledge"), column);
    m_new = new QPushButton(tr("New"), column);
    m_new->setObjectName(QStringLiteral("chip"));
    m_new->setToolTip(tr("A playbook of your own"));
    connect(m_new, &QPushButton::clicked, this, &PlaybooksPage::startNew);
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_new);
    layout->addLayout(head);
    m_filter = new QLineEdit(column);
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter files by name"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, &PlaybooksPage::fillFiles);
    layout->addWidget(m_filter);
    m_list = new QListWidget(column);
    m_list->setAccessibleName(tr("Files"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr)
            choose(item->data(PathRole).toString());
    });
    layout->addWidget(m_list, 1);
    return column;
}

QWidget* PlaybooksPage::buildEditor()
{
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    m_name = new QLabel(column);
    m_state = new QLabel(column);
    m_save = new QPushButton(tr("Save"), column);
    m_save->setObjectName(QStringLiteral("primary"));
    m_save->setToolTip(tr("Into the pack folder beside the store; articles are analysed again (Ctrl+S)"));
    m_restore = new QPushButton(tr("Use shipped"), column);
    m_restore->setToolTip(tr("Takes your file away; Ctrl+Z outside the editor brings it back"));
    connect(
        m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(m_path, m_editor->toPlainText()); });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        m_typed.stop();
        Q_EMIT restoreWanted(m_path);
    });
    head->addWidget(m_name);
    head->addWidget(m_state, 1);
    head->addWidget(m_restore);
    head->addWidget(m_save);
    layout->addLayout(head);
    auto* parts = new QSplitter(Qt::Vertical, column);
    parts->setHandleWidth(1);
    parts->setChildrenCollapsible(false);
    m_editor = new QPlainTextEdit(parts);
    m_editor->setObjectName(QStringLiteral("note"));
    m_editor->setAccessibleName(tr("Text of the file"));
    m_editor->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_editor->setTabChangesFocus(false);
    m_editor->installEventFilter(this);
    m_highlighter = new PackHighlighter(m_theme, m_editor->document());
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_editor->toPlainText();
        if (m_filling || text == m_seen) // new colours are no new text
            return;
        m_seen = text;
        m_typed.start();
        showState();
    });
    m_findings = new QListWidget(parts);
    m_findings->setAccessibleName(tr("What is wrong with it"));
    m_findings->setWordWrap(true);
    connect(m_findings, &QListWidget::itemActivated, this,
        [this](QListWidgetItem* item) { goToLine(item->data(PathRole).toInt()); });
    connect(m_findings, &QListWidget::itemClicked, this,
        [this](QListWidgetItem* item) { goToLine(item->data(PathRole).toInt()); });
    parts->addWidget(m_editor);
    parts->addWidget(m_findings);
    parts->setStretchFactor(0, 1);
    parts->setSizes({m_theme.px(640), m_theme.px(FindingsHeight)});
    layout->addWidget(parts, 1);
    return column;
}

QWidget* PlaybooksPage::buildBench()
{
    auto* column = new QFrame(this);
    column->setObjectName(QStringLiteral("sidebar"));
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(14, 12, 12, 8);
    layout->setSpacing(8);
    m_benchTitle = new QLabel(tr("Bench"), column);
    m_benchNote = new QLabel(
        tr("Tries the text in the editor on stored articles and lists those that would read otherwise. "
           "Nothing is saved by it."),
        column);
    m_benchNote->setWordWrap(true);
    auto* line = new QHBoxLayout;
    m_query = new QLineEdit(QStringLiteral("impact>=0.4"), column);
    m_query->setAccessibleName(tr("Articles to try it on"));
    m_query->setPlaceholderText(tr("All articles"));
    m_query->installEventFilter(this);
    connect(m_query, &QLineEdit::returnPressed, this, &PlaybooksPage::run);
    m_run = new QPushButton(column);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT benchCancelled();
        else
            run();
    });
    line->addWidget(m_query, 1);
    line->addWidget(m_run);
    m_benchState = new QLabel(column);
    m_benchState->setWordWrap(true);
    m_changes = new QTextBrowser(column);
    m_changes->setAccessibleName(tr("Articles that would read otherwise"));
    m_changes->setOpenLinks(false);
    connect(m_changes, &QTextBrowser::anchorClicked, this,
        [this](const QUrl& url) { Q_EMIT articleWanted(url.fragment().toLongLong()); });
    layout->addWidget(m_benchTitle);
    layout->addWidget(m_benchNote);
    layout->addLayout(line);
    layout->addWidget(m_benchState);
    layout->addWidget(m_changes, 1);
    return column;
}

KeysDialog::Rows PlaybooksPage::keys()
{
    return {{QStringLiteral("Ctrl+S"), tr("save the file in the editor")},
        {QStringLiteral("Ctrl+Return"), tr("try it on the articles of the query")}};
}

void PlaybooksPage::shown() { Q_EMIT filesWanted(); }

void PlaybooksPage::refreshTheme()
{
    const QString muted = QStringLiteral("color: %1").arg(m_theme.css(Role::Muted));
    for (QLabel* title : {m_heading, m_benchTitle, m_name})
        title->setFont(m_theme.font(13, QFont::DemiBold));
    for (QLabel* note : {m_state, m_benchNote, m_benchState}) {
        note->setFont(m_theme.font(11.5));
        note->setStyleSheet(muted);
    }
    for (QPushButton* button : {m_new, m_save, m_restore, m_run})
        button->setFont(m_theme.font(12));
    for (QLineEdit* edit : {m_filter, m_query})
        edit->setFont(m_theme.font(12.5));
    m_list->setFont(m_theme.font(12.5));
    m_findings->setFont(m_theme.font(12));
    fitFindings();
    m_changes->setFont(m_theme.font(12.5));
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_theme.px(12.5));
    m_editor->setFont(fixed);
    m_highlighter->rehighlight();
    fillFiles();
}

void PlaybooksPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation orientation = width() < m_theme.px(SideBySide) ? Qt::Vertical : Qt::Horizontal;
    if (m_work->orientation() == orientation)
        return;
    m_work->setOrientation(orientation);
    if (orientation == Qt::Vertical)
        m_work->setSizes({height() * 2 / 3, height() / 3});
    else
        m_work->setSizes({m_theme.px(800), m_theme.px(450)});
}

void PlaybooksPage::showFiles(const std::vector<desk::PackFile>& files)
{
    m_files = files;
    fillFiles();
    if (m_path.isEmpty() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void PlaybooksPage::fillFiles()
{
    const QSignalBlocker quiet(m_list); // the file in the editor stays there whatever the list shows
    m_list->clear();
    const QString wanted = m_filter->text().trimmed();
    // The analyst's own come first, then playbooks, then what they rest on.
    const auto rank = [](const desk::PackFile& file) {
        return file.own || file.draft ? 0 : file.path.starts_with("playbooks/") ? 1 : 2;
    };
    for (int group = 0; group <= 2; ++group) {
        for (const desk::PackFile& file : m_files) {
            const QString path = utf8(file.path);
            if (rank(file) != group || !path.contains(wanted, Qt::CaseInsensitive))
                continue;
            QString name = path;
            name.remove(QStringLiteral("playbooks/")).remove(QStringLiteral(".toml"));
            if (file.draft)
                name += tr(" \u00B7 draft");
            else if (file.own)
                name += tr(" \u00B7 own");
            auto* item = new QListWidgetItem(name, m_list);
            item->setData(PathRole, path);
            item->setToolTip(path);
            item->setForeground(m_theme.colour(group == 0 ? Role::Accent
                    : group == 1                          ? Role::Body
                                                          : Role::Muted));
            if (path == m_path)
                m_list->setCurrentItem(item);
        }
    }
}

void PlaybooksPage::keepTyped()
{
    if (!m_typed.isActive())
        return;
    m_typed.stop();
    Q_EMIT checkWanted(m_path, m_editor->toPlainText()); // which keeps the draft
}

void PlaybooksPage::choose(const QString& path)
{
    if (path == m_path)
        return;
    keepTyped();
    m_path = path;
    Q_EMIT textWanted(path);
}

void PlaybooksPage::startNew()
{
    QString id = QStringLiteral("mine");
    const auto taken = [this](const QString& path) {
        return std::any_of(m_files.begin(), m_files.end(),
            [&path](const desk::PackFile& file) { return utf8(file.path) == path; });
    };
    for (int at = 2; taken(QStringLiteral("playbooks/%1.toml").arg(id)); ++at)
        id = QStringLiteral("mine-%1").arg(at);
    keepTyped();
    desk::PackText text;
    text.file.path = "playbooks/" + id.toStdString() + ".toml";
    text.file.draft = true;
    text.text = outline(id).toStdString();
    m_path = utf8(text.file.path);
    showText(text);
    Q_EMIT checkWanted(m_path, m_editor->toPlainText());
    Q_EMIT filesWanted();
    m_editor->setFocus();
}

void PlaybooksPage::showText(const desk::PackText& text)
{
    if (utf8(text.file.path) != m_path)
        return;
    m_text = text;
    m_filling = true;
    m_highlighter->mark({});
    m_editor->setLineWrapMode(
        m_path.endsWith(QStringLiteral(".tsv")) ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_editor->setPlainText(utf8(text.text));
    m_seen = m_editor->toPlainText();
    m_filling = false;
    m_findings->clear();
    if (!text.file.own && !text.file.draft)
        new QListWidgetItem(tr("As it came with the program. It is checked as you change it."), m_findings);
    fitFindings();
    showState();
    if (text.file.own || text.file.draft)
        Q_EMIT checkWanted(m_path, utf8(text.text));
}

void PlaybooksPage::fitFindings()
{
    int filled = 2 * m_findings->frameWidth() + m_theme.px(4);
    for (int row = 0; row < m_findings->count(); ++row)
        filled += std::max(m_findings->sizeHintForRow(row), m_theme.px(18));
    m_findings->setFixedHeight(std::min(filled, m_theme.px(FindingsHeight)));
}

void PlaybooksPage::showState()
{
    const bool open = !m_path.isEmpty();
    const bool typed = open && m_editor->toPlainText() != utf8(m_text.text);
    m_name->setText(m_path);
    QString state;
    if (typed || m_text.file.draft)
        state = tr("changed, kept as a draft");
    else if (m_text.file.own)
        state = m_text.file.shipped ? tr("your own, in place of the shipped one") : tr("your own");
    else if (open)
        state = tr("shipped");
    m_state->setText(state);
    m_editor->setReadOnly(!open);
    m_save->setEnabled(typed || m_text.file.draft);
    m_restore->setVisible(m_text.file.own || m_text.file.draft || typed);
    m_restore->setText(m_text.file.shipped ? tr("Use shipped") : tr("Remove"));
    m_run->setText(m_running ? tr("Stop") : tr("Run"));
    m_run->setEnabled(open);
}

void PlaybooksPage::showFindings(const QString& path, const std::vector<desk::PackFinding>& findings)
{
    if (path != m_path)
        return;
    m_findings->clear();
    std::map<int, bool> lines;
    int errors = 0;
    for (const desk::PackFinding& found : findings) {
        const bool here = utf8(found.path) == path;
        if (!here && !found.error)
            continue; // warnings about other files were there before
        errors += found.error ? 1 : 0;
        if (here && found.line > 0)
            lines[found.line] = lines[found.line] || found.error;
        const QString place
            = here ? (found.line > 0 ? tr("line %1").arg(found.line) : tr("file")) : utf8(found.path);
        auto* item = new QListWidgetItem(QStringLiteral("%1: %2").arg(place, utf8(found.text)), m_findings);
        item->setData(PathRole, here ? found.line : 0);
        item->setForeground(m_theme.colour(found.error ? Role::Negative : Role::Muted));
    }
    if (m_findings->count() == 0)
        new QListWidgetItem(tr("Nothing wrong: the file fits, and its tests hold."), m_findings);
    fitFindings();
    m_highlighter->mark(lines);
    m_save->setEnabled(m_save->isEnabled() && errors == 0);
    m_save->setToolTip(errors == 0
            ? tr("Into the pack folder beside the store; articles are analysed again (Ctrl+S)")
            : tr("What has errors is not saved; the draft is kept"));
}

void PlaybooksPage::goToLine(int line)
{
    if (line <= 0)
        return;
    m_editor->setTextCursor(QTextCursor(m_editor->document()->findBlockByNumber(line - 1)));
    m_editor->centerCursor();
    m_editor->setFocus();
}

void PlaybooksPage::run()
{
    if (m_path.isEmpty())
        return;
    m_running = true;
    m_benchHtml.clear();
    m_changes->clear();
    m_benchState->setText(tr("Reading the engine\u2019s data\u2026"));
    showState();
    Q_EMIT benchWanted(m_path, m_editor->toPlainText(), m_query->text().trimmed(), BenchArticles);
}

void PlaybooksPage::showBenchProgress(int done, int total)
{
    m_benchState->setText(tr("%1 of %2 articles").arg(done).arg(total));
}

void PlaybooksPage::showBenchChange(const desk::BenchChange& change)
{
    QString html = QStringLiteral("<p style=\"margin-top:10px\"><a href=\"#%1\" style=\"color:%2; "
                                  "text-decoration:none\"><b>%3</b></a></p>")
                       .arg(change.article)
                       .arg(m_theme.css(Role::Text), utf8(change.title).toHtmlEscaped());
    const auto lines
        = [&](const std::vector<std::string>& list, const QString& before, const QString& style) {
              for (const std::string& text : list)
                  html += QStringLiteral("<p style=\"margin:3px 0 0 0\">%1 <span style=\"%2\">%3</span></p>")
                              .arg(before, style, utf8(text).toHtmlEscaped());
          };
    lines(change.removed, QStringLiteral("\u2212"),
        QStringLiteral("color:%1; text-decoration:line-through").arg(m_theme.css(Role::Muted)));
    lines(change.added, QStringLiteral("+"),
        QStringLiteral("background:%1; color:%2").arg(m_theme.css(Role::Mark), m_theme.css(Role::MarkText)));
    m_benchHtml += html;
    m_changes->append(html);
}

void PlaybooksPage::showBenchEnd(int changed, int articles, const QString& failure)
{
    m_running = false;
    if (!failure.isEmpty())
        m_benchState->setText(failure);
    else
        m_benchState->setText(tr("%1 of %2 articles would read otherwise").arg(changed).arg(articles));
    showState();
}

void PlaybooksPage::showSaved(const QString& path)
{
    if (path != m_path)
        return;
    m_text.text = m_editor->toPlainText().toStdString();
    m_text.file.own = true;
    m_text.file.draft = false;
    showState();
}

bool PlaybooksPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool save = key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_S;
        const bool bench = key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Return;
        if (save || bench) {
            if (event->type() == QEvent::ShortcutOverride) {
                event->accept();
            } else if (bench) {
                run();
            } else if (m_save->isEnabled()) {
                m_save->click();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
