// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/state_comparison.h"

#include "model/pdf/object_equality.h"

#include <qpdf/QPDFXRefEntry.hh>

namespace jz {

namespace {

constexpr qsizetype mostChanges = 200;

bool sameEntry(const QPDFXRefEntry& a, const QPDFXRefEntry& b)
{
    if (a.getType() != b.getType())
        return false;
    if (a.getType() == 2)
        return a.getObjStreamNumber() == b.getObjStreamNumber() && a.getObjStreamIndex() == b.getObjStreamIndex();
    return a.getType() != 1 || a.getOffset() == b.getOffset();
}

} // namespace

StateComparison::StateComparison(QpdfObjects& before, QpdfObjects& after, qint64& budget)
    : m_before(before), m_after(after), m_budget(budget)
{
    collectTouched();
    addMembersOfTouchedStreams();
}

void StateComparison::collectTouched()
{
    auto old = m_before.table().begin();
    const auto oldEnd = m_before.table().end();
    auto now = m_after.table().begin();
    const auto nowEnd = m_after.table().end();
    m_numbersBefore.reserve(m_before.table().size());
    while (old != oldEnd || now != nowEnd) {
        if (now == nowEnd || (old != oldEnd && old->first < now->first)) {
            m_touched.insert(old->first.getObj());
        } else if (old == oldEnd || now->first < old->first) {
            m_touched.insert((now++)->first.getObj());
            continue;
        } else if (!sameEntry(old->second, (now++)->second)) {
            m_touched.insert(old->first.getObj());
        }
        m_numbersBefore.insert((old++)->first.getObj());
    }
}

void StateComparison::addMembersOfTouchedStreams()
{
    for (const auto* table : {&m_before.table(), &m_after.table()}) {
        for (const auto& [id, entry] : *table) {
            if (entry.getType() == 2 && m_touched.contains(entry.getObjStreamNumber()))
                m_touched.insert(id.getObj());
        }
    }
}

bool StateComparison::differs(QPDFObjGen id)
{
    if (!m_touched.contains(id.getObj()))
        return false;
    const auto known = m_differs.find(id.getObj());
    if (known != m_differs.end())
        return known->second;
    QPDFObjectHandle old = m_before.checked(m_before.qpdf().getObjectByObjGen(id));
    QPDFObjectHandle now = m_after.checked(m_after.qpdf().getObjectByObjGen(id));
    return m_differs[id.getObj()] = !sameObject(old, now);
}

QPDFObjectHandle StateComparison::later(QPDFObjectHandle before)
{
    return m_after.checked(m_after.qpdf().getObjectByObjGen(before.getObjGen()));
}

void StateComparison::add(ChangeKind kind, ObjectId object, const std::string& path, const QString& field)
{
    const bool known = std::any_of(m_changes.begin(), m_changes.end(), [&](const RevisionChange& change) {
        return change.kind == kind && change.object == object && change.field == field && !object.isNull();
    });
    if (!known && m_changes.size() < mostChanges)
        m_changes.append({kind, object, QString::fromStdString(path), field});
}

bool StateComparison::spend()
{
    if (--m_budget >= 0)
        return true;
    if (!m_spent)
        add(ChangeKind::NotCompared, {}, {});
    m_spent = true;
    return false;
}

ChangeKind kindOfPath(const std::string& path)
{
    static const std::vector<std::pair<const char*, ChangeKind>> kinds{
        {"/JavaScript", ChangeKind::Script},        {"/JS", ChangeKind::Script},
        {"/OpenAction", ChangeKind::Script},        {"/AA", ChangeKind::Script},
        {"/EmbeddedFiles", ChangeKind::EmbeddedFile}, {"/EF", ChangeKind::EmbeddedFile},
        {"/AF", ChangeKind::EmbeddedFile},
        {"/OCProperties", ChangeKind::OptionalContent}, {"/Font", ChangeKind::Font},
        {"/AP", ChangeKind::Appearance},            {"/Contents", ChangeKind::PageContent},
        {"/Resources", ChangeKind::Resource},       {"/Annots", ChangeKind::Annotation},
        {"/Names", ChangeKind::Names},              {"/Dests", ChangeKind::Names},
        {"/Outlines", ChangeKind::Names},
        {"/StructTreeRoot", ChangeKind::Structure}, {"/Metadata", ChangeKind::Metadata},
        {"/Fields", ChangeKind::FieldChanged},      {"/AcroForm", ChangeKind::Form},
        {"/Pages", ChangeKind::PageTree}};
    const auto holds = [&path](const std::string& key) {
        for (size_t at = path.find(key); at != std::string::npos; at = path.find(key, at + 1)) {
            const size_t end = at + key.size();
            if (end == path.size() || path[end] == '/' || path[end] == '[')
                return true;
        }
        return false;
    };
    for (const auto& [key, kind] : kinds) {
        if (holds(key))
            return kind;
    }
    return ChangeKind::Other;
}

std::string pathTo(const std::string& path, const std::string& key)
{
    return path + key;
}

std::string pathTo(const std::string& path, int index)
{
    return path + '[' + std::to_string(index) + ']';
}

} // namespace jz
