// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "salvage.h"

#include "articlewriter.h"
#include "maintenance.h"
#include "migrations.h"
#include "pagefile.h"
#include "sourcestore.h"
#include "sqlerror.h"
#include "storelock.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <memory>

namespace store {

namespace fs = std::filesystem;

namespace {

constexpr int BusyMs = 5000;
constexpr std::size_t DeepestTree = 40;

struct StoredColumn {
    std::string name;
    std::string type;
    bool required = false; // never NULL
    bool hasDefault = true; // or may be NULL: an older row may end before it
    bool isRowid = false; // stands in the row's number, NULL in the record
};

// A tree of the schema: what its records look like, and which table they fill, if any.
struct Shape {
    std::string name; // of the table or index
    bool ofRowids = false; // a table whose rows have numbers
    bool filled = false; // a table that holds rows itself; others only serve to know their pages
    std::vector<StoredColumn> columns; // as stored
    std::size_t fewest = 0; // columns of a record of it
};

bool fits(const PageValue& value, const StoredColumn& column)
{
    using Type = PageValue::Type;
    if (value.type == Type::Null)
        return column.isRowid || !column.required;
    if (column.isRowid)
        return false;
    if (column.type == "INTEGER")
        return value.type == Type::Integer;
    if (column.type == "REAL")
        return value.type == Type::Integer || value.type == Type::Real;
    if (column.type == "TEXT")
        return value.type == Type::Text;
    return column.type.empty() || value.type == Type::Blob;
}

bool fits(const PageRecord& record, const Shape& shape)
{
    if (record.values.empty() || record.values.size() > shape.columns.size()
        || (record.whole && record.values.size() < shape.fewest))
        return false;
    for (std::size_t at = 0; at < record.values.size(); ++at) {
        if (!fits(record.values[at], shape.columns[at]))
            return false;
    }
    return true;
}

bool fits(const TreePage& page, const Shape& shape)
{
    const bool table = page.kind == TreePage::Kind::TableLeaf;
    return table == shape.ofRowids && !page.records.empty()
        && std::all_of(page.records.begin(), page.records.end(),
            [&shape](const PageRecord& record) { return fits(record, shape); });
}

std::vector<StoredColumn> tableColumns(SQLite::Database& handle, const std::string& table)
{
    std::vector<StoredColumn> columns;
    SQLite::Statement query(handle,
        "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk FROM pragma_table_xinfo(?) WHERE hidden "
        "<> 2 "
        "ORDER BY cid");
    query.bind(1, table);
    while (query.executeStep()) {
        StoredColumn column;
        column.name = query.getColumn(0).getString();
        column.type = query.getColumn(1).getString();
        column.required = query.getColumn(2).getInt() != 0;
        column.hasDefault = query.getColumn(3).getInt() != 0 || !column.required;
        column.isRowid = query.getColumn(4).getInt() > 0 && column.type == "INTEGER";
        columns.push_back(std::move(column));
    }
    return columns;
}

// The columns of an index, or of the tree of a table without row numbers, in the order they are stored.
std::vector<StoredColumn> indexColumns(
    SQLite::Database& handle, const std::string& index, const std::vector<StoredColumn>& ofTable)
{
    std::vector<StoredColumn> columns;
    SQLite::Statement query(handle, "SELECT cid, name FROM pragma_index_xinfo(?) ORDER BY seqno");
    query.bind(1, index);
    while (query.executeStep()) {
        StoredColumn column;
        if (query.getColumn(0).getInt() == -1) {
            column.type = "INTEGER";
            column.required = true;
        } else if (query.getColumn(0).getInt() >= 0) {
            const std::string name = query.getColumn(1).getString();
            const auto known = std::find_if(ofTable.begin(), ofTable.end(),
                [&name](const StoredColumn& one) { return one.name == name; });
            if (known != ofTable.end())
                column = *known;
        }
        column.isRowid = false;
        column.hasDefault = false;
        columns.push_back(std::move(column));
    }
    return columns;
}

std::size_t fewestColumns(const std::vector<StoredColumn>& columns)
{
    std::size_t fewest = columns.size();
    while (fewest > 1 && columns[fewest - 1].hasDefault)
        --fewest;
    return fewest;
}

// Every tree a store of this schema has.
std::vector<Shape> shapesOf(SQLite::Database& handle)
{
    std::vector<Shape> shapes;
    Shape schema{"sqlite_master", true, false, {}, 5};
    for (const char* type : {"TEXT", "TEXT", "TEXT", "INTEGER", "TEXT"})
        schema.columns.push_back({"", type, false, false, false});
    shapes.push_back(schema);
    SQLite::Statement tables(handle,
        "SELECT t.name, t.wr, t.type = 'shadow' FROM pragma_table_list t WHERE t.schema = 'main' AND t.type "
        "IN "
        "('table', 'shadow') AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        const bool filled = tables.getColumn(2).getInt() == 0;
        const bool rowids = tables.getColumn(1).getInt() == 0;
        std::vector<StoredColumn> columns = tableColumns(handle, table);
        SQLite::Statement indexes(handle, "SELECT name, origin FROM pragma_index_list(?)");
        indexes.bind(1, table);
        while (indexes.executeStep()) {
            const bool rows = !rowids && indexes.getColumn(1).getString() == "pk";
            Shape index{rows ? table : indexes.getColumn(0).getString(), false, rows && filled,
                indexColumns(handle, indexes.getColumn(0).getString(), columns), 0};
            index.fewest = index.columns.size();
            shapes.push_back(std::move(index));
        }
        if (rowids) {
            Shape shape{table, true, filled, std::move(columns), 0};
            // A number of two key columns is no row number.
            if (std::count_if(shape.columns.begin(), shape.columns.end(),
                    [](const StoredColumn& column) { return column.isRowid; })
                > 1) {
                for (StoredColumn& column : shape.columns)
                    column.isRowid = false;
            }
            shape.fewest = fewestColumns(shape.columns);
            shapes.push_back(std::move(shape));
        }
    }
    return shapes;
}

// Puts records into the new store; a row that stands there already stays.
class Filler final {
public:
    Filler(SQLite::Database& handle, const Shape& shape)
        : m_handle(handle)
        , m_shape(shape)
    {
    }

    void add(const PageRecord& record)
    {
        SQLite::Statement& insert = statement(record.values.size());
        insert.reset();
        int at = 0;
        if (m_shape.ofRowids)
            insert.bind(++at, record.rowid);
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            if (!m_shape.columns[i].isRowid)
                bind(insert, ++at, record.values[i]);
        }
        if (insert.exec() == 0)
            return;
        ++m_rows;
        m_inPart += record.whole ? 0 : 1;
    }

    std::int64_t rows() const { return m_rows; }
    std::int64_t inPart() const { return m_inPart; }

private:
    static void bind(SQLite::Statement& insert, int at, const PageValue& value)
    {
        switch (value.type) {
        case PageValue::Type::Null:
            insert.bind(at);
            break;
        case PageValue::Type::Integer:
            insert.bind(at, value.integer);
            break;
        case PageValue::Type::Real:
            insert.bind(at, value.real);
            break;
        case PageValue::Type::Text:
            insert.bindNoCopy(at, value.bytes);
            break;
        case PageValue::Type::Blob:
            insert.bindNoCopy(at, value.bytes.data(), static_cast<int>(value.bytes.size()));
            break;
        }
    }

    // For records of so many values; what is required of the rest is empty.
    SQLite::Statement& statement(std::size_t values)
    {
        std::unique_ptr<SQLite::Statement>& known = m_statements[values];
        if (known)
            return *known;
        std::string columns;
        std::string marks;
        const auto add = [&](const std::string& name, const std::string& mark) {
            columns += (columns.empty() ? "\"" : ", \"") + name + '"';
            marks += (marks.empty() ? "" : ", ") + mark;
        };
        if (m_shape.ofRowids)
            add("rowid", "?");
        for (std::size_t at = 0; at < m_shape.columns.size(); ++at) {
            const StoredColumn& column = m_shape.columns[at];
            if (column.isRowid)
                continue;
            if (at < values)
                add(column.name, "?");
            else if (!column.hasDefault)
                add(column.name, column.type == "TEXT" ? "''" : "0");
        }
        known = std::make_unique<SQLite::Statement>(m_handle,
            "INSERT OR IGNORE INTO \"" + m_shape.name + "\" (" + columns + ") VALUES (" + marks + ")");
        return *known;
    }

    SQLite::Database& m_handle;
    const Shape& m_shape;
    std::map<std::size_t, std::unique_ptr<SQLite::Statement>> m_statements;
    std::int64_t m_rows = 0;
    std::int64_t m_inPart = 0;
};

class Salvager final {
public:
    Salvager(PageFile pages, SQLite::Database& fresh)
        : m_pages(std::move(pages))
        , m_seen(m_pages.pageCount() + 1, false)
        , m_shapes(shapesOf(fresh))
    {
        for (const Shape& shape : m_shapes)
            m_fillers.emplace_back(fresh, shape);
        m_lost.resize(m_shapes.size());
    }

    void run(Salvage& salvage)
    {
        // First what the schema leads to: there is no doubt which table it is of.
        for (const auto& [name, root] : roots()) {
            for (std::size_t at = 0; at < m_shapes.size(); ++at) {
                if (m_shapes[at].name == name)
                    walk(root, at, 0);
            }
        }
        for (const std::uint32_t page : m_pages.freePages()) {
            if (page < m_seen.size())
                m_seen[page] = true; // what is left there was deleted
        }
        for (std::uint32_t page = 1; page < m_seen.size(); ++page) {
            if (!m_seen[page])
                takeStray(page, salvage);
        }
        for (std::size_t at = 0; at < m_shapes.size(); ++at) {
            if (m_shapes[at].filled)
                salvage.tables.push_back(
                    {m_shapes[at].name, m_fillers[at].rows(), m_fillers[at].inPart(), m_lost[at]});
        }
        salvage.pages = m_pages.pageCount();
    }

private:
    // Of the tables and the indexes that are tables.
    std::map<std::string, std::uint32_t> roots()
    {
        std::map<std::string, std::uint32_t> found;
        collectRoots(1, 0, found);
        return found;
    }

    void collectRoots(std::uint32_t page, std::size_t depth, std::map<std::string, std::uint32_t>& found)
    {
        const std::optional<TreePage> tree = m_pages.tree(page);
        if (!tree || depth > DeepestTree)
            return;
        m_seen[page] = true;
        for (const std::uint32_t child : tree->children)
            collectRoots(child, depth + 1, found);
        for (const PageRecord& record : tree->records) {
            if (fits(record, m_shapes.front()) && record.values.size() >= 4 && record.values[3].integer > 1)
                found[record.values[1].bytes] = static_cast<std::uint32_t>(record.values[3].integer);
        }
    }

    void walk(std::uint32_t page, std::size_t shape, std::size_t depth)
    {
        if (page == 0 || page >= m_seen.size() || m_seen[page] || depth > DeepestTree) {
            ++m_lost[shape];
            return;
        }
        const std::optional<TreePage> tree = m_pages.tree(page);
        const bool table
            = tree && (tree->kind == TreePage::Kind::TableLeaf || tree->kind == TreePage::Kind::TableInner);
        if (!tree || table != m_shapes[shape].ofRowids) {
            ++m_lost[shape];
            return;
        }
        m_seen[page] = true;
        m_lost[shape] += tree->badCells > 0 ? 1 : 0;
        take(*tree, shape);
        for (const std::uint32_t child : tree->children)
            walk(child, shape, depth + 1);
    }

    void take(const TreePage& tree, std::size_t shape)
    {
        for (const std::uint32_t page : tree.overflow)
            m_seen[page] = true;
        if (!m_shapes[shape].filled)
            return;
        for (const PageRecord& record : tree.records) {
            if (fits(record, m_shapes[shape]))
                m_fillers[shape].add(record);
        }
    }

    // A page nothing leads to is of the one tree that all its records fit; a full row decides a draw.
    void takeStray(std::uint32_t page, Salvage& salvage)
    {
        const std::optional<TreePage> tree = m_pages.tree(page);
        if (!tree || tree->records.empty())
            return;
        std::vector<std::size_t> fitting;
        for (std::size_t at = 0; at < m_shapes.size(); ++at) {
            if (fits(*tree, m_shapes[at]))
                fitting.push_back(at);
        }
        if (fitting.size() > 1) {
            const std::size_t values = tree->records.front().values.size();
            std::erase_if(fitting, [&](std::size_t at) { return m_shapes[at].columns.size() != values; });
        }
        if (fitting.size() == 1)
            take(*tree, fitting.front());
        else if (!fitting.empty() && std::any_of(fitting.begin(), fitting.end(), [this](std::size_t at) {
                     return m_shapes[at].filled;
                 }))
            ++salvage.unclear;
    }

    PageFile m_pages;
    std::vector<bool> m_seen;
    std::vector<Shape> m_shapes;
    std::deque<Filler> m_fillers;
    std::vector<std::int64_t> m_lost;
};

base::ResourceFiles upTo(const base::ResourceFiles& migrations, int schema)
{
    base::ResourceFiles list;
    for (const auto& [name, text] : migrations) {
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        if (number <= schema)
            list.emplace(name, text);
    }
    return list;
}

// Triggers would do again what they did when the rows were written.
std::vector<std::string> takeTriggers(SQLite::Database& handle)
{
    std::vector<std::string> texts;
    std::vector<std::string> names;
    SQLite::Statement query(handle, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
    while (query.executeStep()) {
        names.push_back(query.getColumn(0).getString());
        texts.push_back(query.getColumn(1).getString());
    }
    query.reset();
    for (const std::string& name : names)
        handle.exec("DROP TRIGGER \"" + name + '"');
    return texts;
}

base::Outcome fill(
    const fs::path& to, PageFile pages, const base::ResourceFiles& migrations, Salvage& salvage)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Database fresh(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyMs);
        fresh.exec("PRAGMA page_size = 16384");
        fresh.exec("PRAGMA auto_vacuum = INCREMENTAL");
        if (base::Outcome made = makeSchema(fresh, upTo(migrations, salvage.schema)); !made)
            return made;
        SQLite::Transaction transaction(fresh);
        const std::vector<std::string> triggers = takeTriggers(fresh);
        {
            Salvager salvager(std::move(pages), fresh);
            salvager.run(salvage);
        }
        salvage.mended = mendReferences(fresh);
        fresh.exec("INSERT INTO search (search) VALUES ('rebuild')");
        for (const std::string& trigger : triggers)
            fresh.exec(trigger);
        transaction.commit();
        if (base::Outcome migrated = migrate(fresh, to, migrations, false); !migrated)
            return migrated;
        recountSources(fresh);
        nameAll(fresh);
        if (fresh.execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
            return base::Error{base::ErrorCode::Internal, "the new store failed its check"};
        return base::Done{};
    });
}

} // namespace

base::Result<Salvage> salvageStore(const fs::path& file, const base::ResourceFiles& migrations)
{
    std::error_code code;
    const fs::path real = fs::weakly_canonical(file, code);
    if (!fs::is_regular_file(real, code))
        return base::Error{base::ErrorCode::NotFound, "there is no store", file.string()};
    const base::Result<StoreLock> alone = StoreLock::acquire(real, StoreLock::Mode::Alone, BusyMs);
    if (!alone)
        return alone.error();
    if (base::Outcome room = checkRoom(real.parent_path(), 2 * fs::file_size(real, code)); !room)
        return room.error();
    base::Result<PageFile> pages = PageFile::open(real);
    if (!pages)
        return pages.error();
    Salvage salvage;
    salvage.schema = pages->schema();
    if (salvage.schema > newestSchema())
        return base::Error{
            base::ErrorCode::TooNew, "was written by a later version; it was left as it is", file.string()};
    if (salvage.schema <= 0)
        salvage.schema = newestSchema(); // not to be read: most likely this one's
    fs::path name = real;
    name += ".salvaged";
    salvage.file = freeName(name, "");
    const fs::path partial = freeName(salvage.file, ".partial");
    base::Outcome done = fill(partial, std::move(pages).value(), migrations, salvage);
    if (done && std::all_of(salvage.tables.begin(), salvage.tables.end(), [](const SalvagedTable& table) {
            return table.rows == 0;
        }))
        done = base::Error{
            base::ErrorCode::Corrupt, "nothing in it can be read as a row of a store", file.string()};
    if (done)
        done = publish(partial, salvage.file);
    if (!done) {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
            fs::path left = partial;
            left += suffix;
            fs::remove(left, code);
        }
        if (done.error().context.empty())
            done.error().context = salvage.file.string();
        return done.error();
    }
    return salvage;
}

} // namespace store
