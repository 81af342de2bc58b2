// SPDX-License-Identifier: Apache-2.0
#include "model/review/expert_fields.h"

#include "model/dossier/value_reader.h"
#include "model/reference/contact.h"
#include "model/reference/credit_code.h"
#include "model/reference/personal_numbers.h"
#include "model/reference/text_forms.h"
#include "model/reference/unit_names.h"

#include <QRegularExpression>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 500;
constexpr qsizetype longestName = 60;
constexpr int mostDossiers = 1000;

[[noreturn]] void refuse(const LocalizedText& why, const QString& subject)
{
    throw Error(ErrorCode::Usage, why, subject);
}

QStringList listed(const QString& written)
{
    static const QRegularExpression between(u"[、，,；;|\\n]+"_s);
    QStringList list;
    const QStringList parts = written.split(between, Qt::SkipEmptyParts);
    for (const QString& each : parts)
        if (!each.trimmed().isEmpty() && !list.contains(each.trimmed()))
            list << each.trimmed();
    return list;
}

const ExpertField& fieldOf(const QString& id)
{
    const QList<ExpertField>& all = expertFields();
    return *std::find_if(all.begin(), all.end(), [&](const ExpertField& each) { return each.id == id; });
}

QStringList categoryIds(const QString& written, const QList<Choice>& categories)
{
    QStringList ids;
    const QStringList words = listed(written);
    for (const QString& word : words) {
        if (word == u"全部"_s || word == u"不限"_s || word == u"all"_s)
            return {};
        const auto found = std::find_if(categories.begin(), categories.end(), [&](const Choice& each) { return each.id == word || comparisonKey(each.label) == comparisonKey(word); });
        if (found == categories.end()) {
            QStringList known;
            for (const Choice& each : categories)
                known << each.label;
            refuse(LocalizedText{u"没有类别“%1”。有：%2。"_s, u"There is no category “%1”. There are: %2."_s}.arg(word, known.join(u"、"_s)), word);
        }
        ids << found->id;
    }
    return ids;
}

int loadOf(const QString& written)
{
    QString plain = toHalfWidth(written).simplified().remove(u' ');
    if (plain.endsWith(u'份') || plain.endsWith(u'项') || plain.endsWith(u'个'))
        plain.chop(1);
    bool isNumber = false;
    const int load = plain.toInt(&isNumber);
    if (!isNumber || load < 0 || load > mostDossiers)
        refuse(LocalizedText{u"“%1”不是份数，请填 0 到 %2 的整数；不限可不填。"_s, u"“%1” is no number of dossiers: give 0 to %2, or nothing for no limit."_s}.arg(written, QString::number(mostDossiers)), written);
    return load;
}

void requireKeepable(const ExpertField& field, const QString& value)
{
    if (holdsPersonalNumber(value))
        refuse(LocalizedText{u"“%1”里有像身份证号或银行卡号的数字，专家库不保存这类信息。请去掉后再试。"_s,
                             u"“%1” holds what looks like the number of an identity paper or a bank card, which the register does not keep. Take it out."_s}
                   .arg(field.name),
               field.id);
    if (firstForbiddenCharacter(value) >= 0)
        refuse(LocalizedText{u"“%1”里有不能保存的控制字符，请重新填写。"_s, u"“%1” holds control characters that cannot be kept: write it anew."_s}.arg(field.name), field.id);
    if (value.size() > longestValue)
        refuse(LocalizedText{u"“%1”超过 %2 个字符，请缩短。"_s, u"“%1” has more than %2 characters: shorten it."_s}.arg(field.name, QString::number(longestValue)), field.id);
}

QString checkedCode(const QString& value)
{
    const QString code = normalisedCode(value);
    if (!code.isEmpty() && !credit_code::checks(code))
        refuse(LocalizedText{u"“%1”不是有效的统一社会信用代码，请核对；不知道时可以不填。"_s, u"“%1” is no valid credit code; it may be left out."_s}.arg(code), code);
    return code;
}

QString checkedMail(const QString& value)
{
    const QString mail = toHalfWidth(value).trimmed();
    if (!mail.isEmpty() && !isEmail(mail))
        refuse(LocalizedText{u"“%1”不是邮箱地址。"_s, u"“%1” is no mail address."_s}.arg(mail), mail);
    return mail;
}

QString checkedPhone(const QString& value)
{
    const QStringList numbers = listed(toHalfWidth(value));
    for (const QString& each : numbers)
        if (!isPhone(each) && phoneKey(each).isEmpty())
            refuse(text(u"“联系电话”不是电话号码。", u"What stands for the telephone is no telephone number."), u"phone"_s);
    return numbers.join(u"、"_s);
}

} // namespace

const QList<ExpertField>& expertFields()
{
    static const QList<ExpertField> all{
        {u"name"_s, text(u"姓名", u"name"), {u"专家姓名"_s, u"name"_s}},
        {u"unit"_s, text(u"工作单位", u"unit"), {u"单位"_s, u"所在单位"_s, u"单位名称"_s, u"工作单位名称"_s, u"所在单位名称"_s, u"现工作单位"_s, u"unit"_s}},
        {u"code"_s, text(u"单位统一社会信用代码", u"credit code of the unit"), {u"统一社会信用代码"_s, u"信用代码"_s, u"社会信用代码"_s, u"单位代码"_s, u"code"_s}},
        {u"aliases"_s, text(u"单位别名", u"other names of the unit"), {u"单位简称"_s, u"单位曾用名"_s, u"曾用名"_s, u"别名"_s, u"简称"_s, u"单位其他名称"_s, u"aliases"_s}},
        {u"field"_s, text(u"专业领域", u"field"), {u"研究领域"_s, u"研究方向"_s, u"专业"_s, u"从事专业"_s, u"学科"_s, u"学科领域"_s, u"学科专业"_s, u"领域"_s, u"专业方向"_s, u"技术领域"_s, u"field"_s}},
        {u"title"_s, text(u"职务职称", u"title"), {u"职称"_s, u"职务"_s, u"职务/职称"_s, u"职称/职务"_s, u"职称职务"_s, u"专业技术职务"_s, u"技术职称"_s, u"title"_s}},
        {u"mail"_s, text(u"电子邮箱", u"mail"), {u"邮箱"_s, u"电子邮件"_s, u"邮箱地址"_s, u"e-mail"_s, u"email"_s, u"mail"_s}},
        {u"phone"_s, text(u"联系电话", u"telephone"), {u"手机"_s, u"手机号"_s, u"手机号码"_s, u"电话"_s, u"联系方式"_s, u"移动电话"_s, u"phone"_s}},
        {u"categories"_s, text(u"评审类别", u"categories"), {u"类别"_s, u"可评类别"_s, u"申报类别"_s, u"categories"_s}},
        {u"load"_s, text(u"评审份数上限", u"load limit"), {u"份数上限"_s, u"最多份数"_s, u"上限"_s, u"可评份数"_s, u"评审上限"_s, u"load"_s}},
        {u"panel"_s, text(u"组别", u"group"), {u"分组"_s, u"专家组"_s, u"评审组"_s, u"组"_s, u"panel"_s}},
        {u"declared"_s, text(u"回避单位和人员", u"declared units and people"), {u"回避"_s, u"回避单位"_s, u"回避情形"_s, u"需回避"_s, u"申明回避"_s, u"回避人员"_s, u"declared"_s}},
        {u"remark"_s, text(u"备注", u"remark"), {u"说明"_s, u"remark"_s}},
    };
    return all;
}

QList<Choice> categoriesOf(const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::ComposedName)
                if (const Field* const choice = pack.field(fieldInSuffix(field)))
                    return choice->options;
    return {};
}

QString expertValue(const Expert& expert, const QString& field, const QList<Choice>& categories)
{
    const QHash<QString, QString> texts{{u"name"_s, expert.name},   {u"unit"_s, expert.unit},   {u"code"_s, expert.unitCode}, {u"field"_s, expert.field}, {u"title"_s, expert.title},
                                        {u"mail"_s, expert.mail},   {u"phone"_s, expert.phone}, {u"panel"_s, expert.panel},   {u"remark"_s, expert.remark},
                                        {u"aliases"_s, expert.aliases.join(u"、"_s)},           {u"declared"_s, expert.declared.join(u"、"_s)},
                                        {u"load"_s, expert.load ? QString::number(expert.load) : QString()}};
    if (field != "categories"_L1)
        return texts.value(field);
    QStringList labels;
    for (const QString& id : expert.categories) {
        const auto found = std::find_if(categories.begin(), categories.end(), [&](const Choice& each) { return each.id == id; });
        labels << (found == categories.end() ? id : found->label);
    }
    return labels.join(u"、"_s);
}

void setExpertValue(Expert& expert, const QString& field, const QString& written, const QList<Choice>& categories)
{
    const QString value = written.trimmed();
    requireKeepable(fieldOf(field), value);
    if (field == "code"_L1)
        expert.unitCode = checkedCode(value);
    else if (field == "mail"_L1)
        expert.mail = checkedMail(value);
    else if (field == "phone"_L1)
        expert.phone = checkedPhone(value);
    else if (field == "categories"_L1)
        expert.categories = categoryIds(value, categories);
    else if (field == "load"_L1)
        expert.load = value.isEmpty() ? 0 : loadOf(value);
    else if (field == "aliases"_L1)
        expert.aliases = listed(value);
    else if (field == "declared"_L1)
        expert.declared = listed(value);
    else {
        const QHash<QString, QString Expert::*> plain{{u"name"_s, &Expert::name},   {u"unit"_s, &Expert::unit},   {u"field"_s, &Expert::field},
                                                      {u"title"_s, &Expert::title}, {u"panel"_s, &Expert::panel}, {u"remark"_s, &Expert::remark}};
        expert.*plain.value(field) = value;
    }
}

void requireWholeExpert(const Expert& expert, const QDate& today)
{
    if (comparisonKey(expert.name).isEmpty())
        refuse(text(u"没有写姓名。", u"There is no name."), u"name"_s);
    if (expert.name.size() > longestName)
        refuse(text(u"姓名过长，请核对是否填错了栏目。", u"The name is too long: does it stand in the right place?"), u"name"_s);
    if (unitKey(expert.unit).isEmpty())
        refuse(text(u"没有写工作单位；没有单位无法核查回避。", u"There is no unit; conflicts of interest cannot be looked for without one."), u"unit"_s);
    if (expert.purpose.trimmed().isEmpty())
        refuse(text(u"请写明保存专家信息的用途（--purpose）。", u"Say what the record is kept for (--purpose)."), u"purpose"_s);
    if (!expert.deleteOn.isValid() || expert.deleteOn <= today)
        refuse(text(u"请给出今天以后的删除日期（--delete-on 年-月-日）。", u"Give the day on which the record is deleted, later than today (--delete-on ISO)."), u"delete-on"_s);
}

bool isSamePerson(const Expert& one, const Expert& other)
{
    if (one.isDeleted() || other.isDeleted() || personKey(one.name) != personKey(other.name))
        return false;
    const bool sameMail = !one.mail.isEmpty() && one.mail.compare(other.mail, Qt::CaseInsensitive) == 0;
    const bool samePhone = !phoneKey(one.phone).isEmpty() && phoneKey(one.phone) == phoneKey(other.phone);
    return unitKey(one.unit) == unitKey(other.unit) || sameMail || samePhone;
}

} // namespace jz
