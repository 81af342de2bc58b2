// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/protected_walk.h"

#include "model/pdf/object_equality.h"
#include "model/pdf/structure_growth.h"

namespace jz {

namespace {

/// Under these keys a field or widget is named as such; under any other its dictionary is used as something else.
bool namesField(const std::string& key)
{
    static const std::set<std::string> keys{"/Annots", "/Kids", "/Fields", "/Parent", "/Obj", "/T", "/CO",
                                            "/Popup", "/IRT", "/Annotation", "/An"};
    return keys.contains(key);
}

} // namespace

void ProtectedWalk::protect(QPDFObjectHandle value, const std::string& path, std::optional<ChangeKind> kind)
{
    m_visits.push_back({value, -1, path, kind, path.starts_with("/Root/StructTreeRoot")});
}

void ProtectedWalk::run()
{
    for (; m_next < m_visits.size(); ++m_next)
        m_visits[m_next].from < 0 ? start(static_cast<int>(m_next)) : visit(static_cast<int>(m_next));
}

void ProtectedWalk::start(int index)
{
    const Visit& here = m_visits[size_t(index)];
    const size_t slash = here.path.find_last_of('/');
    std::string key = slash == std::string::npos ? here.path : here.path.substr(slash);
    key = key.substr(0, key.find('['));
    if (here.object.isIndirect())
        arrive(here.object, index, {}, key);
    else
        expand(here.object, index, {}, key);
}

void ProtectedWalk::visit(int index)
{
    const Visit& here = m_visits[size_t(index)];
    if (!m_states.spend())
        return;
    QPDFObjectHandle object = m_states.before().checked(here.object);
    const ObjectId id = idOf(here.object);
    if (isDamaged(here.object))
        m_states.add(ChangeKind::NotCompared, id, pathOf(index));
    if (m_states.differs(here.object.getObjGen())) {
        if (here.inStructure && StructureGrowth(m_states).permits(object, m_states.later(here.object))) {
            m_states.add(ChangeKind::StructureGrown, id, pathOf(index));
        } else {
            const std::string path = pathOf(index);
            m_states.add(here.kind.value_or(kindOfPath(path)), id, path);
        }
    }
    expand(object, index, {}, {});
}

void ProtectedWalk::expand(QPDFObjectHandle value, int visit, const std::string& path, const std::string& key)
{
    if (value.isStream())
        value = value.getDict();
    if (value.isArray()) {
        int index = 0;
        for (QPDFObjectHandle& item : value.getArrayAsVector()) {
            if (item.isIndirect())
                arrive(item, visit, pathTo(path, index), key);
            else if (item.isArray() || item.isDictionary())
                expand(item, visit, pathTo(path, index), key);
            ++index;
        }
    } else if (value.isDictionary()) {
        for (auto& [name, item] : value.getDictAsMap()) {
            if (item.isIndirect())
                arrive(item, visit, pathTo(path, name), name);
            else if (item.isArray() || item.isDictionary())
                expand(item, visit, pathTo(path, name), name);
        }
    }
}

void ProtectedWalk::arrive(QPDFObjectHandle reference, int visit, const std::string& path, const std::string& key)
{
    const ObjectId id = idOf(reference);
    if (const auto exempt = m_exempt.find(id.number); exempt != m_exempt.end()) {
        if (exempt->second == Role::Field && !namesField(key) && m_states.differs(reference.getObjGen()))
            m_states.add(ChangeKind::Other, id, pathOf(visit) + path);
        return;
    }
    if (!m_visited.insert(id.number).second)
        return;
    const Visit& from = m_visits[size_t(visit)];
    m_visits.push_back({reference, visit, path, from.kind, from.inStructure});
}

bool ProtectedWalk::isDamaged(QPDFObjectHandle object) const
{
    return !m_states.before().isReadable(object);
}

std::string ProtectedWalk::pathOf(int visit) const
{
    std::vector<const std::string*> parts;
    for (int at = visit; at >= 0 && parts.size() < 40; at = m_visits[size_t(at)].from)
        parts.push_back(&m_visits[size_t(at)].path);
    std::string path;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        path += **part;
    return path;
}

void compareKeys(StateComparison& states, ProtectedWalk& walk, QPDFObjectHandle before, QPDFObjectHandle after,
                 const std::set<std::string>& skipped, const std::string& path, std::optional<ChangeKind> kind)
{
    std::map<std::string, QPDFObjectHandle> right = after.isDictionary() ? after.getDictAsMap()
                                                                         : std::map<std::string, QPDFObjectHandle>();
    const auto differs = [&](const std::string& key) {
        const std::string where = pathTo(path, key);
        states.add(kind.value_or(kindOfPath(where)), idOf(before), where);
    };
    for (auto& [key, value] : before.getDictAsMap()) {
        const auto found = right.find(key);
        QPDFObjectHandle other = found == right.end() ? QPDFObjectHandle::newNull() : found->second;
        if (found != right.end())
            right.erase(found);
        if (skipped.contains(key))
            continue;
        if (!sameValue(value, other))
            differs(key);
        walk.protect(value, pathTo(path, key), kind);
    }
    for (auto& [key, value] : right) {
        if (!skipped.contains(key) && (value.isIndirect() || !value.isNull()))
            differs(key);
    }
}

} // namespace jz
