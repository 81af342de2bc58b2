// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/form_comparison.h"

#include "model/pdf/object_equality.h"

namespace jz {

namespace {

using Object = QPDFObjectHandle;

constexpr long long readOnly = 1;
constexpr long long widgetLocks = 64 | 128 | 512; // ReadOnly, Locked, LockedContents
constexpr long long hiddenOrNoView = 2 | 32;

QString textOf(Object object)
{
    return object.isString() ? QString::fromStdString(object.getUTF8Value()) : QString();
}

QByteArray nameOf(Object object)
{
    return object.isName() ? QByteArray::fromStdString(object.getName().substr(1)) : QByteArray();
}

QString under(const QString& above, const QString& partial)
{
    return partial.isEmpty() ? above : above.isEmpty() ? partial : above + u'.' + partial;
}

} // namespace

void FormComparison::run(Object before, Object after)
{
    if (!before.isDictionary() || !after.isDictionary()) {
        if (before.isDictionary() || !before.isNull())
            m_states.add(ChangeKind::Form, {}, "/Root/AcroForm");
        else if (after.isDictionary())
            compareFields(Object::newArray(), m_states.after().get(after, "/Fields"));
        return;
    }
    compareForm(before, after);
    compareFields(m_states.before().get(before, "/Fields"), m_states.after().get(after, "/Fields"));
}

void FormComparison::compareForm(Object before, Object after)
{
    const std::string path = "/Root/AcroForm";
    const auto changed = [&](const char* key) { return !sameValue(before.getKey(key), after.getKey(key)); };
    compareKeys(m_states, m_walk, before, after, {"/Fields", "/SigFlags", "/DR", "/DA", "/NeedAppearances"}, path);
    if (changed("/SigFlags") || changed("/DA") || changed("/NeedAppearances"))
        m_states.add(ChangeKind::FormDefaults, {}, path);
    if (before.hasKey("/DA") && changed("/DA"))
        m_states.add(ChangeKind::Form, {}, path + "/DA");
    Object resources = m_states.before().get(before, "/DR");
    if (resources.isDictionary())
        compareResources(resources, m_states.after().get(after, "/DR"));
    else if (after.hasKey("/DR"))
        m_states.add(ChangeKind::FormDefaults, {}, path + "/DR");
}

/// The resources that fields without an appearance are drawn with: fonts may be added, none replaced. Programs keep
/// the appearances of signatures under /XObject there; fields do not draw from it.
void FormComparison::compareResources(Object before, Object after)
{
    const std::string path = "/Root/AcroForm/DR";
    if (!after.isDictionary()) {
        m_states.add(ChangeKind::Form, {}, path);
        return;
    }
    for (auto& [category, value] : before.getDictAsMap()) {
        Object old = m_states.before().checked(value);
        Object now = m_states.after().get(after, category.c_str());
        if (category == "/XObject" || category == "/ProcSet")
            continue;
        if (!old.isDictionary() || !now.isDictionary()) {
            if (!sameValue(value, after.getKey(category)))
                m_states.add(kindOfPath(path + category), {}, path + category);
            continue;
        }
        for (auto& [name, item] : old.getDictAsMap()) {
            if (!sameValue(item, now.getKey(name)))
                m_states.add(kindOfPath(path + category + name), idOf(value), path + category + name);
            m_walk.protect(item, path + category + name);
        }
    }
    if (!sameValue(before, after))
        m_states.add(ChangeKind::FormDefaults, {}, path);
}

void FormComparison::compareFields(Object before, Object after)
{
    const std::vector<Object> old = before.isArray() ? before.getArrayAsVector() : std::vector<Object>();
    const std::vector<Object> now = after.isArray() ? after.getArrayAsVector() : std::vector<Object>();
    std::set<QPDFObjGen> present;
    for (const Object& field : now)
        present.insert(field.getObjGen());
    std::set<QPDFObjGen> known;
    for (size_t i = 0; i < old.size() && m_states.spend(); ++i) {
        const std::string path = pathTo("/Root/AcroForm/Fields", static_cast<int>(i));
        Object field = m_states.before().checked(old[i]);
        if (old[i].isIndirect() && present.contains(old[i].getObjGen())) {
            known.insert(old[i].getObjGen());
            compareField({field, m_states.later(old[i]), path, {}, {}});
        } else if (!old[i].isIndirect() && i < now.size() && !now[i].isIndirect()) {
            compareField({field, now[i], path, {}, {}});
        } else {
            m_states.add(ChangeKind::FieldRemoved, idOf(old[i]), path, textOf(m_states.before().get(field, "/T")));
        }
    }
    for (size_t i = 0; i < now.size() && m_states.spend(); ++i) {
        const bool direct = !now[i].isIndirect() && i < old.size() && !old[i].isIndirect();
        if (!direct && !known.contains(now[i].getObjGen()))
            addField(now[i], pathTo("/Root/AcroForm/Fields", static_cast<int>(i)));
    }
}

void FormComparison::compareField(Field field)
{
    const ObjectId id = idOf(field.before);
    if (field.depth > 64 || (!id.isNull() && !m_seen.insert(id.number).second))
        return;
    if (!field.before.isDictionary() || !field.after.isDictionary()) {
        if (!sameObject(field.before, field.after))
            m_states.add(ChangeKind::FieldRemoved, id, field.path, field.name);
        return;
    }
    if (!id.isNull())
        m_walk.exempt(id, ProtectedWalk::Role::Field);
    field.name = under(field.name, textOf(m_states.before().get(field.before, "/T")));
    if (Object type = m_states.before().get(field.before, "/FT"); type.isName())
        field.type = nameOf(type);
    if (field.before.hasKey("/V") || field.after.hasKey("/V")) {
        field.valueBefore = field.before.getKey("/V");
        field.valueAfter = field.after.getKey("/V");
    }
    m_names.append(field.name);
    if (field.type == "Sig")
        compareSignatureField(field);
    else
        compareOtherField(field);
    compareKids(field);
}

void FormComparison::compareKids(Field& field)
{
    Object before = m_states.before().get(field.before, "/Kids");
    Object after = m_states.after().get(field.after, "/Kids");
    if (!before.isArray() && !after.isArray())
        return;
    if (!before.isArray() || !after.isArray() || !sameObject(before, after)) {
        m_states.add(ChangeKind::FieldChanged, idOf(field.before), field.path + "/Kids", field.name);
        return;
    }
    const std::vector<Object> old = before.getArrayAsVector();
    const std::vector<Object> now = after.getArrayAsVector();
    for (size_t i = 0; i < old.size() && m_states.spend(); ++i) {
        Field kid = field;
        kid.before = m_states.before().checked(old[i]);
        kid.after = old[i].isIndirect() ? m_states.later(old[i]) : now[i];
        kid.path = pathTo(field.path + "/Kids", static_cast<int>(i));
        ++kid.depth;
        compareField(kid);
    }
}

void FormComparison::compareSignatureField(Field& field)
{
    const bool wasSigned = !m_states.before().checked(field.valueBefore).isNull();
    const bool isSigned = !m_states.after().checked(field.valueAfter).isNull();
    if (wasSigned || !isSigned) {
        compareWidgetKeys(field, {}, wasSigned ? std::optional(ChangeKind::SignedFieldChanged) : std::nullopt);
        return;
    }
    if (field.before.hasKey("/V") || field.after.hasKey("/V"))
        checkNewValue(field);
    std::set<std::string> signing{"/V", "/AP", "/AS", "/F", "/Ff", "/MK", "/M", "/DA", "/Type", "/AF"};
    // Who signs without an appearance takes the place of the field away (PDFBox does): nothing is seen of it then.
    if (isEmptied(field.after))
        signing.insert("/Rect");
    compareWidgetKeys(field, signing);
}

void FormComparison::checkNewValue(Field& field)
{
    const ObjectId id = idOf(field.before);
    Object value = m_states.after().checked(field.valueAfter);
    if (field.valueAfter.isIndirect() && !m_states.isNew(field.valueAfter.getObjectID()))
        m_states.add(ChangeKind::SignatureReused, id, field.path + "/V", field.name);
    else if (!value.isDictionary() || !value.hasKey("/ByteRange") || !value.hasKey("/Contents"))
        m_states.add(ChangeKind::FieldChanged, id, field.path + "/V", field.name);
    else
        m_states.add(isTimestamp(value) && !isVisible(field.after) ? ChangeKind::TimestampAdded : ChangeKind::FieldSigned,
                     id, field.path, field.name);
}

/// Text, choices, buttons, and nodes of the field tree that have no type of their own.
void FormComparison::compareOtherField(Field& field)
{
    if (sameValue(field.valueBefore, field.valueAfter)
        && !(field.valueBefore.isIndirect() && m_states.differs(field.valueBefore.getObjGen()))) {
        compareWidgetKeys(field, {});
        return;
    }
    if (field.type.isEmpty()) {
        m_states.add(ChangeKind::FieldChanged, idOf(field.before), field.path, field.name);
        return;
    }
    m_states.add(ChangeKind::FieldFilled, idOf(field.before), field.path, field.name);
    compareWidgetKeys(field, {"/V", "/AP", "/AS", "/I", "/RV", "/DS", "/M", "/TI", "/TM", "/Type"});
}

void FormComparison::compareWidgetKeys(Field& field, std::set<std::string> skipped,
                                       std::optional<ChangeKind> kind)
{
    skipped.insert("/Kids");
    if (onlyLocks(field, "/Ff", readOnly))
        skipped.insert("/Ff");
    if (onlyLocks(field, "/F", widgetLocks))
        skipped.insert("/F");
    if (!field.before.hasKey("/P"))
        skipped.insert("/P");
    const qsizetype before = m_states.changes().size();
    compareKeys(m_states, m_walk, field.before, field.after, skipped, field.path, kind);
    for (qsizetype i = before; i < m_states.changes().size(); ++i)
        m_states.changes()[i].field = field.name;
}

bool FormComparison::onlyLocks(Field& field, const char* key, long long lockBits)
{
    Object old = field.before.getKey(key);
    Object now = field.after.getKey(key);
    if ((!old.isInteger() && !old.isNull()) || !now.isInteger())
        return false;
    const long long from = old.isInteger() ? old.getIntValue() : 0;
    return (now.getIntValue() & ~lockBits) == (from & ~lockBits) && (now.getIntValue() & from) == from;
}

void FormComparison::addField(Object reference, const std::string& path)
{
    Object field = m_states.after().checked(reference);
    const QString name = textOf(m_states.after().get(field, "/T"));
    const ObjectId id = idOf(reference);
    if (!isProperNewField(reference) || name.isEmpty() || m_names.contains(name)) {
        m_states.add(ChangeKind::FieldAdded, id, path, name);
        return;
    }
    m_names.append(name);
    Object value = m_states.after().get(field, "/V");
    Object widget = field;
    m_states.newWidgets.insert(id.number);
    if (Object kid = m_states.after().item(m_states.after().get(field, "/Kids"), 0); kid.isDictionary()) {
        widget = kid;
        m_states.newWidgets.insert(kid.getObjectID());
    }
    ChangeKind kind = isVisible(widget) ? ChangeKind::VisibleFieldAdded : ChangeKind::EmptyFieldAdded;
    if (value.isDictionary() && field.getKey("/V").isIndirect() && !m_states.isNew(field.getKey("/V").getObjectID()))
        kind = ChangeKind::SignatureReused;
    else if (value.isDictionary() && value.hasKey("/ByteRange"))
        kind = isTimestamp(value) && !isVisible(widget) ? ChangeKind::TimestampAdded : ChangeKind::SignatureFieldAdded;
    m_states.add(kind, id, path, name);
}

/// A terminal signature field at the root, a new object, with nothing to it but what such a field needs.
bool FormComparison::isProperNewField(Object reference)
{
    static const std::set<std::string> allowed{
        "/Type", "/Subtype", "/FT", "/T", "/V", "/F", "/Ff", "/P", "/Rect", "/AP", "/AS", "/MK", "/DA", "/DR", "/Lock",
        "/SV", "/TU", "/TM", "/M", "/NM", "/StructParent", "/Border", "/BS", "/H", "/Q", "/Kids", "/C", "/Parent", "/Lang"};
    QpdfObjects& after = m_states.after();
    Object field = after.checked(reference);
    const auto plain = [&](Object node, bool isKid) {
        if (!node.isDictionary())
            return false;
        const std::set<std::string> keys = node.getKeys();
        return std::all_of(keys.begin(), keys.end(), [&](const std::string& key) { return allowed.contains(key); })
               && (isKid ? !node.hasKey("/T") : !node.hasKey("/Parent"));
    };
    if (!reference.isIndirect() || !m_states.isNew(reference.getObjectID()) || !plain(field, false)
        || nameOf(after.get(field, "/FT")) != "Sig")
        return false;
    Object kids = after.get(field, "/Kids");
    if (!kids.isArray() || kids.getArrayNItems() == 0)
        return true;
    Object kid = kids.getArrayItem(0);
    return kids.getArrayNItems() == 1 && kid.isIndirect() && m_states.isNew(kid.getObjectID())
           && plain(after.checked(kid), true);
}

bool FormComparison::isTimestamp(Object value)
{
    return nameOf(m_states.after().get(value, "/Type")) == "DocTimeStamp"
           && nameOf(m_states.after().get(value, "/SubFilter")) == "ETSI.RFC3161";
}

bool FormComparison::isEmptied(Object widget)
{
    Object rect = m_states.after().get(widget, "/Rect");
    if (!rect.isRectangle())
        return false;
    const auto r = rect.getArrayAsRectangle();
    return r.urx == r.llx && r.ury == r.lly;
}

bool FormComparison::isVisible(Object widget)
{
    Object flags = m_states.after().get(widget, "/F");
    if (flags.isInteger() && (flags.getIntValue() & hiddenOrNoView) != 0)
        return false;
    Object rect = m_states.after().get(widget, "/Rect");
    if (!rect.isRectangle())
        return false;
    const auto r = rect.getArrayAsRectangle();
    return r.urx != r.llx && r.ury != r.lly;
}

} // namespace jz
