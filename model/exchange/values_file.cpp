// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/values_file.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/edits.h"
#include "model/dossier/page_choice.h"
#include "model/dossier/value_reader.h"
#include "model/pdf/embedded_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxValuesBytes = 20'000'000;

void tell(Findings& findings, const QString& rule, const QString& field, LocalizedText message,
          std::optional<int> row = {})
{
    findings.append({rule, Severity::Error, field, row, {}, std::move(message), {}, false, {}});
}

Error unknownCall(const QString& callId, const QString& subject)
{
    return Error(ErrorCode::Unsupported,
                 LocalizedText{u"文件“%1”属于申报通知“%2”，本程序没有该通知的模板包。请核对“call”，或先装入该模板包。"_s,
                               u"“%1” belongs to the call “%2”, whose pack is not installed. Check “call”, or install "
                               "that pack first."_s}
                     .arg(subject, callId),
                 subject);
}

class ValuesReader
{
public:
    ValuesReader(QString path, const CallPack& pack, const QJsonObject& file)
        : m_path(std::move(path)), m_pack(pack), m_file(file)
    {
    }

    ValuesFile read(Examination how);

private:
    void readKeys();
    void readReasons();
    void readAttachments();
    void readAttachment(const Field& field, const QJsonValue& item, int row);
    void readUse(const Field& field, const QJsonObject& item, int row, Attachment& attachment);
    void examine(Examination how);

    QString m_path;
    const CallPack& m_pack;
    QJsonObject m_file;
    ValuesFile m_result;
    QList<Attachment> m_attachments;
    QList<AttachmentPlace> m_places; ///< of m_attachments
};

ValuesFile ValuesReader::read(Examination how)
{
    Dossier& dossier = m_result.dossier;
    m_result.pack = &m_pack;
    dossier.callId = m_pack.id;
    dossier.callVersion = m_pack.version;
    dossier.formHash = m_pack.formHash;
    readKeys();
    ReadValues values = readValues(m_file.value("values"_L1).toObject(), m_pack);
    dossier.values = values.values;
    m_result.findings += values.findings;
    readAttachments();
    examine(how);
    readReasons();
    dossier.id = dossierIdFromValues(dossier);
    return m_result;
}

void ValuesReader::readKeys()
{
    static const QStringList known{u"call"_s, u"values"_s, u"attachments"_s, u"reasons"_s};
    for (auto each = m_file.begin(); each != m_file.end(); ++each) {
        if (!known.contains(each.key()))
            tell(m_result.findings, u"file.unknown-key"_s, {},
                 LocalizedText{u"文件中有未知的键“%1”，未读入。字段请写在 values 中。"_s,
                               u"The file has an unknown key “%1”, which was not read. Fields belong under values."_s}
                     .arg(each.key()));
        else if (each.key() != "call"_L1 && !each->isObject() && !each->isNull())
            tell(m_result.findings, u"file.wrong-type"_s, {},
                 LocalizedText{u"“%1”须是对象（{…}），未读入。"_s, u"“%1” must be an object ({…}); it was not read."_s}
                     .arg(each.key()));
    }
}

void ValuesReader::readReasons()
{
    const QJsonObject reasons = m_file.value("reasons"_L1).toObject();
    for (auto each = reasons.begin(); each != reasons.end(); ++each) {
        if (!m_pack.field(each.key()))
            tell(m_result.findings, u"file.unknown-field"_s, each.key(),
                 LocalizedText{u"说明（reasons）中的“%1”不是本模板的字段，未读入。请核对字段名。"_s,
                               u"“%1” under reasons is no field of the form and was not read. Check the name."_s}
                     .arg(each.key()));
        else if (!each->isString())
            tell(m_result.findings, u"file.wrong-type"_s, each.key(),
                 LocalizedText{u"“%1”的说明（reasons）须是文字，未读入。"_s, u"The reason for “%1” must be text; it was not read."_s}
                     .arg(each.key()));
        else if (const QString reason = each->toString().trimmed(); !reason.isEmpty())
            m_result.dossier.reasons.insert(each.key(), reason);
    }
}

void ValuesReader::readAttachments()
{
    const QJsonObject attachments = m_file.value("attachments"_L1).toObject();
    for (auto each = attachments.begin(); each != attachments.end(); ++each) {
        const Field* const field = m_pack.field(each.key());
        if (!field || field->type != FieldType::Attachments) {
            tell(m_result.findings, u"file.unknown-field"_s, each.key(),
                 LocalizedText{u"“%1”不是本模板的附件栏目，其文件未读入。请核对字段名。"_s,
                               u"“%1” takes no attachments in this form; its files were not read. Check the name."_s}
                     .arg(each.key()));
            continue;
        }
        if (!each->isArray()) {
            tell(m_result.findings, u"file.wrong-type"_s, each.key(),
                 LocalizedText{u"“%1”的附件须是列表（[\"文件名\", …]），未读入。"_s,
                               u"The attachments of “%1” must be a list ([\"file\", …]); they were not read."_s}
                     .arg(field->label));
            continue;
        }
        const QJsonArray items = each->toArray();
        for (int row = 0; row < items.size(); ++row)
            readAttachment(*field, items.at(row), row);
    }
}

/// How the attachment is to be used: which pages, how turned, whether the original goes inside.
void ValuesReader::readUse(const Field& field, const QJsonObject& item, int row, Attachment& attachment)
{
    const auto wrong = [&](const QString& key, const LocalizedText& wanted) {
        const QString number = QString::number(row + 1);
        tell(m_result.findings, u"file.wrong-type"_s, field.id,
             {u"“%1”的第 %2 个附件的“%3”须是%4，未读入。"_s.arg(field.label, number, key, wanted.zh),
              u"“%3” of attachment %2 of “%1” must be %4; it was not read."_s.arg(field.label, number, key, wanted.en)},
             row);
    };
    const QJsonValue pages = item.value("pages"_L1);
    if (pages.isString())
        attachment.pages = normalizedPageChoice(pages.toString());
    else if (!pages.isUndefined() && !pages.isNull())
        wrong(u"pages"_s, {u"“1-3,5”这样的文字"_s, u"text like “1-3,5”"_s});
    const QJsonValue turn = item.value("turn"_L1);
    const int degrees = turn.toInt(turn.isUndefined() || turn.isNull() ? 0 : -1);
    if (degrees >= 0 && degrees < 360 && degrees % 90 == 0)
        attachment.turn = degrees;
    else
        wrong(u"turn"_s, {u" 0、90、180 或 270"_s, u"0, 90, 180 or 270"_s});
    const QJsonValue inside = item.value("originalInside"_L1);
    if (inside.isBool())
        attachment.originalInside = inside.toBool();
    else if (!inside.isUndefined() && !inside.isNull())
        wrong(u"originalInside"_s, {u" true 或 false"_s, u"true or false"_s});
}

void ValuesReader::readAttachment(const Field& field, const QJsonValue& item, int row)
{
    const QJsonObject object = item.isString() ? QJsonObject{{u"path"_s, item}} : item.toObject();
    const QString named = object.value("path"_L1).toString();
    if (named.isEmpty()) {
        tell(m_result.findings, u"file.wrong-type"_s, field.id,
             LocalizedText{u"“%1”的第 %2 个附件须写成文件名，或 {\"path\": …, \"kind\": …, \"caption\": …}，未读入。"_s,
                           u"Attachment %2 of “%1” must be a path or {\"path\": …, \"kind\": …, \"caption\": …}; it was not "
                           "read."_s}
                 .arg(field.label, QString::number(row + 1)),
             row);
        return;
    }
    const QString path = QDir(QFileInfo(m_path).absolutePath()).filePath(named);
    Attachment attachment;
    attachment.path = path;
    attachment.kind = object.value("kind"_L1).toString();
    attachment.caption = object.value("caption"_L1).toString().trimmed();
    readUse(field, object, row, attachment);
    m_attachments << attachment;
    m_places << AttachmentPlace{field.id, field.label, row, field.imagesOnly};
}

void ValuesReader::examine(Examination how)
{
    const QList<ExaminedAttachment> examined = examineAttachments(m_attachments, m_places, how);
    for (qsizetype i = 0; i < examined.size(); ++i) {
        const AttachmentPlace& place = m_places.at(i);
        Attachment& attachment = m_attachments[i];
        m_result.findings += examined.at(i).findings;
        if (!examined.at(i).isThere)
            continue;
        attachment.size = examined.at(i).size;
        attachment.sha256 = examined.at(i).sha256;
        const QString fileName = QFileInfo(attachment.path).fileName();
        attachment.name = freeAttachmentName(m_result.dossier, attachmentName(fileName, examined.at(i).kind));
        m_result.findings += renamingRemark(attachment, fileName, examined.at(i).kind, place);
        m_result.dossier.attachments[place.field].append(attachment);
    }
}

} // namespace

const CallPack& packOf(const Dossier& dossier, const CallPackLookup& callPack, const QString& subject)
{
    const CallPack* const pack = callPack(dossier.callId);
    if (!pack)
        throw unknownCall(dossier.callId, subject);
    if (pack->formHash != dossier.formHash)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”按申报通知“%2”的另一版模板（版本 %3）填写，与本程序的模板（版本 %4）不同，"
                                  "无法读取。请装入该版模板包，或用原版程序打开。"_s,
                                  u"“%1” was filled in with another form of the call “%2” (version %3; here: "
                                  "version %4). Install that pack or open it with the version it was made with."_s}
                        .arg(subject, dossier.callId, dossier.callVersion, pack->version),
                    subject);
    return *pack;
}

ValuesFile readValuesFile(const QString& path, const CallPackLookup& callPack, Examination how)
{
    const QJsonObject file = readJsonObject(path, maxValuesBytes);
    const QString callId = file.value("call"_L1).toString();
    if (callId.isEmpty() || !file.value("values"_L1).isObject())
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"文件“%1”不是填报数据：缺少 call（申报通知标识）或 values（字段内容）。请换用正确的文件。"_s,
                                  u"“%1” is no values file: call or values is missing. Use the right file."_s}
                        .arg(path),
                    path);
    const CallPack* const pack = callPack(callId);
    if (!pack)
        throw unknownCall(callId, path);
    return ValuesReader(path, *pack, file).read(how);
}

ValuesFile readDossierFolder(const QString& path, const CallPackLookup& callPack, Examination how)
{
    const QString file = QDir(path).filePath(u"dossier.json"_s);
    ValuesFile result;
    result.dossier = parseDossierJson(readWholeFile(file, maxValuesBytes), file);
    result.pack = &packOf(result.dossier, callPack, file);
    ReadValues values = readValues(result.dossier.values, *result.pack);
    result.dossier.values = values.values;
    result.findings = values.findings;
    const QDir folder(QDir(path).filePath(u"attachments"_s));
    QList<Attachment> attachments;
    QList<AttachmentPlace> places;
    for (auto field = result.dossier.attachments.begin(); field != result.dossier.attachments.end(); ++field) {
        const Field* const known = result.pack->field(field.key());
        for (int row = 0; row < field->size(); ++row) {
            attachments << field->at(row);
            attachments.last().path = folder.filePath(safeFileName(field->at(row).name));
            places << AttachmentPlace{field.key(), known ? known->label : field.key(), row, known && known->imagesOnly};
        }
        field->clear();
    }
    const QList<ExaminedAttachment> examined = examineAttachments(attachments, places, how);
    for (qsizetype i = 0; i < examined.size(); ++i) {
        result.findings += examined.at(i).findings;
        Attachment& attachment = attachments[i];
        if (examined.at(i).isThere) {
            attachment.size = examined.at(i).size;
            attachment.sha256 = examined.at(i).sha256;
        } else if (!attachment.originalInside) {
            attachment.path.clear();
        } else {
            continue;
        }
        result.dossier.attachments[places.at(i).field].append(attachment);
    }
    return result;
}

} // namespace jz
