// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/document_comparison.h"

#include "model/pdf/object_equality.h"
#include "model/pdf/structure_growth.h"
#include "model/pdf/xmp_check.h"

#include <qpdf/QPDFXRefEntry.hh>

namespace jz {

namespace {

using Object = QPDFObjectHandle;

bool sameThing(StateComparison& states, Object before, Object after)
{
    return sameValue(before, after) && !(before.isIndirect() && states.differs(before.getObjGen()));
}

} // namespace

void DocumentComparison::run()
{
    Object before = m_states.before().qpdf().getTrailer();
    Object after = m_states.after().qpdf().getTrailer();
    Object catalog = before.getKey("/Root");
    if (!sameValue(catalog, after.getKey("/Root"))) {
        m_states.add(ChangeKind::RootRedirected, idOf(after.getKey("/Root")), "/Root");
        return;
    }
    m_walk.exempt(idOf(catalog), ProtectedWalk::Role::Document);
    compareCatalog(m_states.before().checked(catalog), m_states.later(catalog));
    compareTrailer(before, after);
    m_walk.run();
    findUnused();
}

void DocumentComparison::compareTrailer(Object before, Object after)
{
    static const std::set<std::string> own{"/Root", "/Info", "/ID", "/Size", "/Prev", "/XRefStm", "/Type", "/Index",
                                           "/W", "/Filter", "/DecodeParms", "/Length", "/DL", "/DocChecksum",
                                           "/Encrypt"};
    if (!sameThing(m_states, before.getKey("/Encrypt"), after.getKey("/Encrypt")))
        m_states.add(ChangeKind::Encryption, {}, "/Encrypt");
    m_walk.protect(before.getKey("/Encrypt"), "/Encrypt");
    compareInfo(before.getKey("/Info"), after.getKey("/Info"));
    // What others put there is not carried on by every program, but what it leads to has to stay.
    for (auto& [key, value] : before.getDictAsMap()) {
        if (!own.contains(key))
            m_walk.protect(value, key);
    }
}

void DocumentComparison::compareCatalog(Object before, Object after)
{
    if (!before.isDictionary() || !after.isDictionary()) {
        m_states.add(ChangeKind::RootRedirected, {}, "/Root");
        return;
    }
    const auto old = [&](const char* key) { return m_states.before().get(before, key); };
    const auto now = [&](const char* key) { return m_states.after().get(after, key); };
    Object structure = before.getKey("/StructTreeRoot");
    // First of all, because the structure tree may grow and nothing else may: its objects are to be met as such.
    m_walk.protect(structure, "/Root/StructTreeRoot");
    m_form.run(old("/AcroForm"), now("/AcroForm"));
    m_pages.exempt(before.getKey("/Pages"));
    m_walk.run();
    const bool grewInPlace = !structure.isIndirect() && old("/StructTreeRoot").isDictionary()
                             && StructureGrowth(m_states).permits(structure, now("/StructTreeRoot"));
    if (!sameValue(structure, after.getKey("/StructTreeRoot")))
        m_states.add(grewInPlace ? ChangeKind::StructureGrown : ChangeKind::Structure, idOf(structure),
                     "/Root/StructTreeRoot");
    compareKeys(m_states, m_walk, before, after,
                {"/AcroForm", "/DSS", "/Metadata", "/Extensions", "/Version", "/MarkInfo", "/StructTreeRoot", "/Perms"},
                "/Root");
    m_pages.run();
    comparePermissions(before.getKey("/Perms"), after.getKey("/Perms"));
    compareMetadata(before.getKey("/Metadata"), after.getKey("/Metadata"));
    compareSecurityStore(before.getKey("/DSS"), after.getKey("/DSS"));
    for (const char* key : {"/Extensions", "/Version", "/MarkInfo"}) {
        if (!sameThing(m_states, before.getKey(key), after.getKey(key)))
            m_states.add(ChangeKind::VersionDeclared, {}, std::string("/Root") + key);
    }
}

/// Usage rights (/UR3) fall when a file is changed by a program that does not keep them; the certification stays.
void DocumentComparison::comparePermissions(Object before, Object after)
{
    Object old = m_states.before().checked(before);
    Object now = m_states.after().checked(after);
    if (!sameValue(m_states.before().get(old, "/DocMDP").isNull() ? Object::newNull() : old.getKey("/DocMDP"),
                   now.isDictionary() ? now.getKey("/DocMDP") : Object::newNull()))
        m_states.add(ChangeKind::Other, {}, "/Root/Perms/DocMDP");
    if (old.isDictionary())
        m_walk.protect(old, "/Root/Perms");
}

void DocumentComparison::compareInfo(Object before, Object after)
{
    static const std::set<std::string> dates{"/ModDate", "/CreationDate", "/Producer", "/Creator"};
    Object old = m_states.before().checked(before);
    Object now = m_states.after().checked(after);
    const ObjectId id = idOf(after);
    if (!old.isDictionary() && !now.isDictionary())
        return;
    std::set<std::string> keys = old.isDictionary() ? old.getKeys() : std::set<std::string>();
    if (now.isDictionary())
        keys.merge(now.getKeys());
    for (const std::string& key : keys) {
        Object a = m_states.before().get(old, key.c_str());
        Object b = m_states.after().get(now, key.c_str());
        if (!sameObject(a, b))
            m_states.add(dates.contains(key) ? ChangeKind::InfoDates : ChangeKind::InfoText, id, "/Info" + key);
    }
}

void DocumentComparison::compareMetadata(Object before, Object after)
{
    if (sameThing(m_states, before, after))
        return;
    Object now = m_states.after().checked(after);
    Object old = m_states.before().checked(before);
    const bool isXmp = isWellFormedXmp(m_states.after(), now) && (old.isNull() || looksLikeXmp(m_states.before(), old));
    m_states.add(isXmp ? ChangeKind::MetadataReplaced : ChangeKind::Metadata, idOf(after), "/Root/Metadata");
}

void DocumentComparison::compareSecurityStore(Object before, Object after)
{
    Object now = m_states.after().checked(after);
    if (now.isNull()) {
        if (!m_states.before().checked(before).isNull())
            m_states.add(ChangeKind::SecurityStoreInvalid, idOf(before), "/Root/DSS");
        return;
    }
    if (!isStore(now, true))
        m_states.add(ChangeKind::SecurityStoreInvalid, idOf(after), "/Root/DSS");
    else if (!sameThing(m_states, before, after))
        m_states.add(ChangeKind::SecurityStore, idOf(after), "/Root/DSS");
}

bool DocumentComparison::isStore(Object store, bool isRoot)
{
    if (!store.isDictionary() || !m_states.spend())
        return false;
    for (auto& [key, raw] : store.getDictAsMap()) {
        Object value = m_states.after().checked(raw);
        if (isRoot && key == "/VRI") {
            if (!value.isDictionary())
                return false;
            for (auto& [name, entry] : value.getDictAsMap()) {
                if (name != "/Type" && !isStore(m_states.after().checked(entry), false))
                    return false;
            }
            continue;
        }
        const bool isList = isRoot ? key == "/Certs" || key == "/OCSPs" || key == "/CRLs"
                                   : key == "/Cert" || key == "/OCSP" || key == "/CRL";
        const bool isPlain = key == "/Type" || (!isRoot && (key == "/TU" || key == "/TS"));
        if (!isPlain && !(isList && isStreamList(value)))
            return false;
        if (isPlain && !value.isName() && !value.isString() && !value.isStream())
            return false;
    }
    return true;
}

/// Certificates and the like are streams of no type; a picture or a form among them would be something else.
bool DocumentComparison::isStreamList(Object list)
{
    if (!list.isArray())
        return list.isNull();
    const std::vector<Object> items = list.getArrayAsVector();
    return std::all_of(items.begin(), items.end(), [this](const Object& item) {
        Object stream = m_states.after().checked(item);
        return m_states.spend() && stream.isStream() && !stream.getDict().hasKey("/Subtype")
               && !stream.getDict().hasKey("/Resources");
    });
}

void DocumentComparison::findUnused()
{
    std::unordered_set<int> seen;
    std::vector<Object> open;
    follow(m_states.after().qpdf().getTrailer(), open, seen);
    for (const int number : m_states.touched()) {
        if (m_walk.reached(number) && seen.insert(number).second)
            open.push_back(m_states.after().qpdf().getObjectByID(number, 0));
    }
    while (!open.empty() && m_states.spend()) {
        Object object = m_states.after().checked(open.back());
        open.pop_back();
        follow(object, open, seen);
    }
    for (const auto& [id, entry] : m_states.after().table()) {
        if (entry.getType() == 0 || seen.contains(id.getObj()) || !m_states.isTouched(id.getObj()))
            continue;
        Object object = m_states.after().checked(m_states.after().qpdf().getObjectByObjGen(id));
        Object type = object.isStream() ? object.getDict().getKey("/Type") : Object::newNull();
        const bool isFrame = type.isName() && (type.getName() == "/ObjStm" || type.getName() == "/XRef");
        if (!isFrame && m_states.differs(id))
            m_states.add(ChangeKind::ObjectUnused, {id.getObj(), id.getGen()}, {});
    }
}

/// What this revision did not touch and the walk came to was there before, with all that it leads to.
void DocumentComparison::follow(Object value, std::vector<Object>& open, std::unordered_set<int>& seen)
{
    if (value.isStream())
        value = value.getDict();
    std::vector<Object> items = value.isArray() ? value.getArrayAsVector() : std::vector<Object>();
    if (value.isDictionary()) {
        for (auto& [key, item] : value.getDictAsMap())
            items.push_back(item);
    }
    for (Object& item : items) {
        const int number = item.isIndirect() ? item.getObjectID() : 0;
        if (number == 0 && (item.isArray() || item.isDictionary()))
            follow(item, open, seen);
        else if (number > 0 && (m_states.isTouched(number) || !m_walk.reached(number)) && seen.insert(number).second)
            open.push_back(item);
    }
}

} // namespace jz
