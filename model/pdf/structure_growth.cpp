// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/structure_growth.h"

#include "model/pdf/object_equality.h"

namespace jz {

namespace {

using Object = QPDFObjectHandle;

std::vector<Object> asList(Object value)
{
    return value.isArray() ? value.getArrayAsVector() : value.isNull() ? std::vector<Object>() : std::vector{value};
}

} // namespace

bool StructureGrowth::permits(Object before, Object after)
{
    if (before.isArray() && after.isArray())
        return kidsGrew(before, after) || numbersGrew(before, after);
    if (!before.isDictionary() || !after.isDictionary())
        return false;
    std::set<std::string> keys = before.getKeys();
    keys.merge(after.getKeys());
    return std::all_of(keys.begin(), keys.end(), [&](const std::string& key) {
        Object old = before.getKey(key);
        Object now = after.getKey(key);
        if (sameValue(old, now))
            return true;
        if (key == "/K" || key == "/Kids")
            return kidsGrew(m_states.before().checked(old), m_states.after().checked(now));
        if (key == "/Nums")
            return numbersGrew(m_states.before().checked(old), m_states.after().checked(now));
        if (key == "/ParentTree")
            return permits(m_states.before().checked(old), m_states.after().checked(now));
        return key == "/ParentTreeNextKey" || key == "/Limits";
    });
}

bool StructureGrowth::kidsGrew(Object before, Object after)
{
    const std::vector<Object> old = asList(before);
    size_t next = 0;
    for (Object& item : asList(after)) {
        if (next < old.size() && sameValue(old[next], item))
            ++next;
        else if (!isForNewWidgets(item, 0))
            return false;
    }
    return next == old.size();
}

bool StructureGrowth::numbersGrew(Object before, Object after)
{
    const std::vector<Object> old = asList(before);
    const std::vector<Object> now = asList(after);
    if (now.size() % 2 != 0)
        return false;
    size_t next = 0;
    for (size_t i = 0; i < now.size(); i += 2) {
        if (next + 1 < old.size() && sameValue(old[next], now[i]) && sameValue(old[next + 1], now[i + 1]))
            next += 2;
        else if (!isForNewWidgets(now[i + 1], 0))
            return false;
    }
    return next == old.size();
}

bool StructureGrowth::isForNewWidgets(Object item, int depth)
{
    Object value = m_states.after().checked(item);
    if (depth > 8 || !m_states.spend())
        return false;
    if (value.isArray()) {
        const std::vector<Object> list = value.getArrayAsVector();
        return std::all_of(list.begin(), list.end(), [&](const Object& kid) { return isForNewWidgets(kid, depth + 1); });
    }
    if (!value.isDictionary() || (item.isIndirect() && !m_states.isNew(item.getObjectID())))
        return false;
    if (Object target = value.getKey("/Obj"); target.isIndirect())
        return m_states.newWidgets.contains(target.getObjectID());
    if (value.hasKey("/ActualText") || !value.getKey("/S").isName())
        return value.hasKey("/Nums") && numbersGrew(Object::newArray(), m_states.after().get(value, "/Nums"));
    const std::vector<Object> kids = asList(m_states.after().get(value, "/K"));
    return std::all_of(kids.begin(), kids.end(), [&](const Object& kid) { return isForNewWidgets(kid, depth + 1); });
}

} // namespace jz
