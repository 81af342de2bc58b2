// SPDX-License-Identifier: Apache-2.0
#include "ui/recommender/candidate_model.h"

#include "model/dossier/dossier_summary.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <utility>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

struct ColumnWords
{
    const char* id;
    const char16_t* zh;
    const char16_t* en;
};
constexpr ColumnWords columns[CandidateModel::ColumnCount] = {
    {"place", u"位次", u"Place"},      {"base", u"名称", u"Name"},           {"category", u"类别", u"Category"},  {"unit", u"申报单位", u"Unit"},
    {"region", u"所在地", u"Region"},  {"contact", u"联系人", u"Contact"},   {"files", u"文件", u"File"},         {"signature", u"签章", u"Signed"},
    {"online", u"网报", u"Online"},    {"copies", u"纸质", u"Copies"},       {"problems", u"问题", u"Findings"},  {"revision", u"稿次", u"Revision"},
    {"state", u"状态", u"State"},
};

bool isBad(const Candidate& candidate)
{
    return candidate.verdict == "broken"_L1 || candidate.verdict == "modified"_L1;
}

QString fileWord(const Candidate& candidate)
{
    if (candidate.verdict == "broken"_L1)
        return say(u"已损坏", u"damaged");
    if (candidate.verdict == "modified"_L1)
        return say(u"被改动", u"changed");
    return candidate.kind == "review"_L1 ? say(u"送审稿", u"for review") : candidate.kind == "final"_L1 ? say(u"定稿", u"final") : say(u"完整", u"whole");
}

QString unitSignature(const Candidate& candidate)
{
    return candidate.signature == "ink"_L1 ? say(u"纸质", u"ink") : candidate.signature == "certificate"_L1 ? say(u"证书", u"certificate") : say(u"未签", u"none");
}

QString signatureWord(const Candidate& candidate, const QList<Endorsement>& endorsements)
{
    const EndorsementState state = endorsementOf(candidate, endorsements);
    return unitSignature(candidate) + u" / "_s + say(endorsementWord(state.kind));
}

QString problemWord(const Candidate& candidate, qsizetype others)
{
    const int warnings = candidate.warnings + int(others);
    if (candidate.errors == 0 && warnings == 0)
        return say(u"无", u"none");
    QStringList parts;
    if (candidate.errors > 0)
        parts << say(text(u"错误 %1", u"%1 errors").arg(QString::number(candidate.errors)));
    if (warnings > 0)
        parts << say(text(u"警告 %1", u"%1 warnings").arg(QString::number(warnings)));
    return parts.join(u' ');
}

/// Empty: the order says it.
QString ownState(const Candidate& candidate)
{
    if (candidate.isWithdrawn())
        return candidate.acknowledged.isValid() ? say(u"已撤回", u"withdrawn") : say(u"申请撤回", u"to be withdrawn");
    if (candidate.state == "diverging"_L1)
        return say(u"两份不一致", u"two differ");
    if (candidate.state == "returned"_L1)
        return say(u"已退回", u"returned");
    if (candidate.state == "passed"_L1)
        return say(u"预审通过", u"passed");
    return {};
}

} // namespace

CandidateModel::CandidateModel(BatchBoard& board, QObject* parent) : QAbstractTableModel(parent), m_board(board)
{
    rebuild();
    connect(&board, &BatchBoard::changed, this, &CandidateModel::rebuild);
}

void CandidateModel::rebuild()
{
    beginResetModel();
    m_sortPlaces = {};
    if (m_reading == m_board.reading())
        reorder();
    else
        read();
    m_reading = m_board.reading();
    endResetModel();
}

void CandidateModel::read()
{
    m_rows.clear();
    if (!m_board.exists())
        return;
    m_rows.reserve(m_board.view().candidates.size());
    const QList<const Candidate*> ranked = m_board.view().ranked();
    for (const Candidate* const each : ranked)
        m_rows << rowFor(*each);
    for (const Candidate& each : m_board.view().candidates)
        if (each.isWithdrawn())
            m_rows << rowFor(each);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        put(m_rows[i], i < ranked.size() ? int(i) + 1 : 0);
}

/// The same dossiers in another order.
void CandidateModel::reorder()
{
    QHash<QUuid, qsizetype> places;
    places.reserve(m_rows.size());
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        places.insert(m_rows.at(i).dossier, i);
    QList<Row> rows;
    rows.reserve(m_rows.size());
    for (const QUuid& each : m_board.view().ranking.order) {
        rows << std::move(m_rows[places.value(each)]);
        put(rows.last(), int(rows.size()));
    }
    for (Row& row : m_rows)
        if (row.withdrawn)
            rows << std::move(row);
    m_rows = std::move(rows);
}

CandidateModel::Row CandidateModel::rowFor(const Candidate& candidate) const
{
    const Findings others = m_board.duplicatesOf(candidate.dossier);
    const auto count = [&](Severity severity) { return std::count_if(others.begin(), others.end(), [&](const Finding& each) { return each.severity == severity; }); };
    Candidate counted = candidate;
    counted.errors += int(count(Severity::Error));
    Row row;
    row.dossier = candidate.dossier;
    row.withdrawn = candidate.isWithdrawn();
    row.bad = isBad(candidate);
    row.worst = counted.errors > 0 ? Severity::Error : counted.warnings + count(Severity::Warning) > 0 ? Severity::Warning : Severity::Hint;
    row.ownState = ownState(candidate);
    row.cells = {QString(),
                 candidate.base.isEmpty() ? candidate.title : candidate.base,
                 candidate.category,
                 candidate.applicant,
                 candidate.place,
                 candidate.contact + (candidate.phone.isEmpty() ? QString() : u' ' + candidate.phone),
                 fileWord(candidate),
                 signatureWord(candidate, m_board.view().endorsements),
                 candidate.online.isEmpty() ? say(u"未登记", u"not known") : candidate.online,
                 candidate.copies > 0 ? QString::number(candidate.copies) : say(u"未到", u"none"),
                 problemWord(counted, count(Severity::Warning)),
                 QString::number(candidate.revision),
                 QString()};
    row.sorts = QList<int>(ColumnCount, -1);
    row.sorts[Copies] = candidate.copies;
    row.sorts[Revision] = candidate.revision;
    row.sorts[Problems] = counted.errors * 1000 + counted.warnings;
    row.content = candidate.search;
    row.shown = searchWord(row.cells.join(u'\n'));
    return row;
}

void CandidateModel::put(Row& row, int place) const
{
    const bool reserve = place > m_board.view().ranking.line;
    if (row.place == place && row.reserve == reserve)
        return;
    row.place = place;
    row.reserve = reserve;
    row.sorts[Place] = place > 0 ? place : std::numeric_limits<int>::max();
    row.cells[Place] = place > 0 ? QString::number(place) : u"–"_s;
    row.cells[State] = !row.ownState.isEmpty() ? row.ownState : reserve ? say(u"备选", u"reserve") : say(u"推荐", u"recommended");
    row.placed = row.cells.at(Place) + u'\n' + searchWord(row.cells.at(State));
}

int CandidateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const
{
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.at(index.column());
    case Qt::ToolTipRole:
        return row.cells.at(index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Place || index.column() == Revision || index.column() == Copies ? QVariant(Qt::AlignCenter) : QVariant();
    case Qt::ForegroundRole:
        if (row.withdrawn || (row.reserve && index.column() == Place))
            return Theme::colours().quiet;
        return row.bad && index.column() == Files ? QVariant(Theme::colours().error) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == Problems && row.worst != Severity::Hint)
            return severityPixmap(row.worst, Theme::space(4), 2);
        return index.column() == Files && row.bad ? QVariant(severityPixmap(Severity::Error, Theme::space(4), 2)) : QVariant();
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u' ' + row.cells.at(index.column()));
    case DossierRole:
        return row.dossier;
    case WithdrawnRole:
        return row.withdrawn;
    default:
        return {};
    }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return say(columns[section].zh, columns[section].en);
}

Qt::ItemFlags CandidateModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
}

QString CandidateModel::columnId(int column)
{
    return QString::fromLatin1(columns[column].id);
}

bool CandidateModel::matches(int row, const QStringList& words) const
{
    const Row& searched = m_rows.at(row);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return searched.shown.contains(word) || searched.placed.contains(word) || searched.content.contains(word);
    });
}

const QList<int>& CandidateModel::sortPlaces(int column) const
{
    QList<int>& places = m_sortPlaces[size_t(column)];
    if (places.size() == m_rows.size())
        return places;
    places.resize(m_rows.size());
    // Most columns have few words: each is compared once.
    QHash<QString, int> words;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        places[i] = m_rows.at(i).sorts.at(column);
        if (places.at(i) < 0)
            words.insert(m_rows.at(i).cells.at(column), 0);
    }
    QStringList sorted = words.keys();
    std::sort(sorted.begin(), sorted.end(), [](const QString& one, const QString& other) { return one.localeAwareCompare(other) < 0; });
    for (qsizetype i = 0; i < sorted.size(); ++i)
        words[sorted.at(i)] = int(i);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (places.at(i) < 0)
            places[i] = words.value(m_rows.at(i).cells.at(column));
    return places;
}

int CandidateModel::rowOf(const QUuid& dossier) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.dossier == dossier; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

CandidateFilter::CandidateFilter(CandidateModel& model, QObject* parent) : QAbstractProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    find();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        find();
        endResetModel();
    });
}

QModelIndex CandidateFilter::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int CandidateFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int CandidateFilter::columnCount(const QModelIndex& parent) const
{
    return m_model.columnCount(parent);
}

QVariant CandidateFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

QModelIndex CandidateFilter::mapToSource(const QModelIndex& index) const
{
    return index.isValid() ? m_model.index(m_shown.at(index.row()), index.column()) : QModelIndex();
}

QModelIndex CandidateFilter::mapFromSource(const QModelIndex& index) const
{
    return index.isValid() && m_places.at(index.row()) >= 0 ? createIndex(m_places.at(index.row()), index.column()) : QModelIndex();
}

void CandidateFilter::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_column = column;
    m_order = order;
    arrange();
    endResetModel();
}

void CandidateFilter::search(const QString& words)
{
    const QStringList before = std::exchange(m_words, searchWord(words).split(u' ', Qt::SkipEmptyParts));
    const bool isNarrower = std::all_of(before.begin(), before.end(), [this](const QString& word) {
        return std::any_of(m_words.begin(), m_words.end(), [&](const QString& each) { return each.contains(word); });
    });
    beginResetModel();
    if (isNarrower) {
        m_found.removeIf([this](int row) { return !m_model.matches(row, m_words); });
        arrange();
    } else {
        find();
    }
    endResetModel();
}

void CandidateFilter::find()
{
    m_found.clear();
    m_found.reserve(m_model.rowCount());
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_words.isEmpty() || m_model.matches(row, m_words))
            m_found << row;
    arrange();
}

void CandidateFilter::arrange()
{
    m_shown = m_found;
    if (m_column >= 0) {
        const QList<int>& places = m_model.sortPlaces(m_column);
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](int one, int other) {
            return m_order == Qt::AscendingOrder ? places.at(one) < places.at(other) : places.at(other) < places.at(one);
        });
    }
    m_places = QList<int>(m_model.rowCount(), -1);
    for (qsizetype i = 0; i < m_shown.size(); ++i)
        m_places[m_shown.at(i)] = int(i);
}

} // namespace jz::ui
