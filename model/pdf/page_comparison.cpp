// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_comparison.h"

#include "model/pdf/object_equality.h"

namespace jz {

namespace {

using Object = QPDFObjectHandle;

std::vector<Object> listOf(Object array)
{
    return array.isArray() ? array.getArrayAsVector() : std::vector<Object>();
}

} // namespace

void PageComparison::exempt(Object pages)
{
    std::vector<Node> open{{pages, "/Root/Pages"}};
    while (!open.empty() && m_states.spend()) {
        const Node node = open.back();
        open.pop_back();
        Object page = m_states.before().checked(node.before);
        if (!page.isDictionary() || (node.before.isIndirect() && m_walk.isExempt(idOf(node.before))))
            continue;
        if (node.before.isIndirect())
            m_walk.exempt(idOf(node.before), ProtectedWalk::Role::Page);
        m_nodes.push_back(node);
        const std::vector<Object> kids = listOf(m_states.before().get(page, "/Kids"));
        for (size_t i = 0; i < kids.size(); ++i)
            open.push_back({kids[i], pathTo(node.path + "/Kids", static_cast<int>(i))});
    }
}

void PageComparison::run()
{
    for (const Node& node : m_nodes)
        compareNode(node);
}

void PageComparison::compareNode(const Node& node)
{
    Object before = m_states.before().checked(node.before);
    // A direct page is compared with the dictionary it stands in.
    if (!node.before.isIndirect()) {
        m_walk.protect(before, node.path);
        return;
    }
    const bool isTouched = m_states.isTouched(node.before.getObjectID());
    Object after = isTouched ? m_states.later(node.before) : before;
    if (!after.isDictionary()) {
        m_states.add(ChangeKind::PageTree, idOf(node.before), node.path);
        return;
    }
    compareKeys(m_states, m_walk, before, after, {"/Annots", "/Tabs", "/LastModified"}, node.path);
    Object old = before.getKey("/Annots");
    Object now = after.getKey("/Annots");
    if (old.isNull() && now.isNull() && !old.isIndirect() && !now.isIndirect())
        return;
    compareAnnotations(m_states.before().checked(old),
                       isTouched || !now.isIndirect() ? m_states.after().checked(now) : m_states.later(now),
                       node.path + "/Annots");
}

void PageComparison::compareAnnotations(Object before, Object after, const std::string& path)
{
    const std::vector<Object> old = listOf(before);
    const std::vector<Object> now = listOf(after);
    size_t next = 0;
    for (const Object& item : now) {
        if (next < old.size() && sameValue(old[next], item)) {
            ++next;
        } else if (item.isIndirect() && m_states.newWidgets.contains(item.getObjectID())) {
            continue;
        } else {
            const ChangeKind kind = isNewMarkup(item) ? ChangeKind::MarkupAdded : ChangeKind::Annotation;
            m_states.add(kind, idOf(item), path);
        }
    }
    if (next < old.size())
        m_states.add(ChangeKind::Annotation, idOf(old[next]), pathTo(path, static_cast<int>(next)));
    for (size_t i = 0; i < old.size(); ++i) {
        if (!old[i].isIndirect() || !m_walk.isExempt(idOf(old[i])))
            m_walk.protect(old[i], pathTo(path, static_cast<int>(i)));
    }
}

/// Notes and text markup that viewers draw themselves. With an appearance of its own any of them could cover
/// the page with anything.
bool PageComparison::isNewMarkup(Object annotation)
{
    static const std::set<std::string> types{"/Text",      "/Popup",     "/Highlight", "/Underline",
                                             "/Squiggly", "/StrikeOut", "/Caret"};
    static const std::set<std::string> keys{"/Type", "/Subtype", "/Rect", "/Contents", "/P", "/NM", "/M", "/F",
                                            "/C", "/T", "/Popup", "/Parent", "/Open", "/CA", "/RC", "/CreationDate",
                                            "/IRT", "/Subj", "/RT", "/QuadPoints", "/Name", "/State", "/StateModel",
                                            "/Border", "/BS"};
    if (!annotation.isIndirect() || !m_states.isNew(annotation.getObjectID()))
        return false;
    Object value = m_states.after().checked(annotation);
    Object type = m_states.after().get(value, "/Subtype");
    if (!value.isDictionary() || !type.isName() || !types.contains(type.getName()))
        return false;
    const std::set<std::string> found = value.getKeys();
    return std::all_of(found.begin(), found.end(), [](const std::string& key) { return keys.contains(key); });
}

} // namespace jz
