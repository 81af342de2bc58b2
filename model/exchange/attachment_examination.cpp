// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/attachment_examination.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/dossier/page_choice.h"
#include "model/pdf/embedded_files.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headBytes = 1029; ///< a PDF may begin that late

bool isPicture(AttachmentKind kind)
{
    return kind != AttachmentKind::Pdf;
}

/// A picture under another picture's ending (messengers do that) is no trouble to anyone.
bool keepsPromise(const QString& name, AttachmentKind kind)
{
    const auto promised = promisedKind(name);
    return promised && isPicture(*promised) == isPicture(kind);
}

Finding findingAt(const AttachmentPlace& place, const QString& rule, Severity severity, const LocalizedText& message)
{
    return {rule, severity, place.field, place.row, {}, message, {}, false, {}};
}

/// Label, row and a sentence that names the file itself.
LocalizedText placed(const AttachmentPlace& place, const LocalizedText& sentence)
{
    const QString number = QString::number(place.row + 1);
    return {u"“%1”的第 %2 个附件：%3"_s.arg(place.label, number, sentence.zh),
            u"Attachment %2 of “%1”: %3"_s.arg(place.label, number, sentence.en)};
}

/// Whether the content is what the name and the field promise.
Findings contentRemark(AttachmentKind kind, const QString& name, const AttachmentPlace& place)
{
    const bool isPdf = !isPicture(kind);
    if (isPdf && place.imagesOnly)
        return {findingAt(place, u"file.attachment-content"_s, Severity::Error,
                          placed(place, LocalizedText{u"“%1”是 PDF，这里只收图片。请换用图片。"_s,
                                                      u"“%1” is a PDF; only pictures are taken here. Choose a picture."_s}
                                            .arg(name)))};
    if (promisedKind(name) && !keepsPromise(name, kind))
        return {findingAt(place, u"file.attachment-content"_s, Severity::Hint,
                          placed(place, {u"“%1”的内容其实是%2，已按其内容使用。"_s.arg(name, isPdf ? u" PDF"_s : u"图片"_s),
                                         u"“%1” is really a %2 and is used as such."_s.arg(name, isPdf ? u"PDF"_s : u"picture"_s)}))};
    return {};
}

Findings repairRemarks(const AttachmentSource& source, const QString& name, const AttachmentPlace& place)
{
    Findings findings;
    if (source.repaired)
        findings << findingAt(place, u"file.attachment-repaired"_s, Severity::Hint, placed(place, repairedRemark(name)));
    if (source.unshownFields > 0)
        findings << findingAt(place, u"file.attachment-unshown-fields"_s, Severity::Warning,
                              placed(place, unshownFieldsRemark(name, source.unshownFields)));
    return findings;
}

class Examiner
{
public:
    Examiner(const Attachment& attachment, const AttachmentPlace& place)
        : m_attachment(attachment), m_place(place)
    {
    }

    ExaminedAttachment run(Examination how)
    {
        try {
            readFile();
        } catch (const Error& error) {
            tellUnreadable(error.code());
            return m_result;
        }
        if (m_result.kind)
            m_result.findings += contentRemark(*m_result.kind, shownName(), m_place);
        if (how == Examination::Content)
            inspect();
        else if (const auto problem = choosePages(m_attachment.pages, -1).problem)
            tellPages(*problem);
        compareWithNamed();
        return m_result;
    }

private:
    QString shownName() const
    {
        return m_attachment.name.isEmpty() ? QFileInfo(m_attachment.path).fileName() : m_attachment.name;
    }

    void tell(const QString& rule, Severity severity, const LocalizedText& message)
    {
        m_result.findings.append(findingAt(m_place, rule, severity, message));
    }

    void readFile()
    {
        QFile file(m_attachment.path);
        openForReading(file);
        m_result.kind = attachmentKind(file.read(headBytes));
        m_result.size = file.size();
        m_result.sha256 = sha256OfFile(m_attachment.path);
        m_result.isThere = true;
    }

    void tellUnreadable(ErrorCode code)
    {
        const QString number = QString::number(m_place.row + 1);
        if (code == ErrorCode::NotFound && !m_attachment.originalInside && !m_attachment.sha256.isEmpty()) {
            tell(u"file.attachment-pages-only"_s, Severity::Hint,
                 placed(m_place,
                     LocalizedText{u"“%1”只印了页面，原件按填报人的选择没有放在里面。"_s,
                                   u"“%1” is there as printed pages; its original was left out by choice."_s}
                         .arg(shownName())));
            return;
        }
        const bool missing = code == ErrorCode::NotFound;
        const LocalizedText message =
            missing
                ? LocalizedText{u"找不到“%1”的第 %3 个附件“%2”。请把文件放到所写的位置，或改正文件名。"_s,
                                u"There is no file “%2”, attachment %3 of “%1”. Put it there or mend the name."_s}
                : LocalizedText{u"无法读取“%1”的第 %3 个附件“%2”。请检查该文件的读取权限。"_s,
                                u"“%2”, attachment %3 of “%1”, cannot be read. Check its permissions."_s};
        tell(missing ? u"file.attachment-missing"_s : u"file.attachment-unreadable"_s, Severity::Error,
             message.arg(m_place.label, m_attachment.path, number));
    }

    void tellPages(const LocalizedText& problem)
    {
        tell(u"file.attachment-pages"_s, Severity::Error,
             placed(m_place, {u"“%1”：%2。"_s.arg(shownName(), problem.zh),
                     u"“%1”: %2."_s.arg(shownName(), problem.en)}));
    }

    void inspect()
    {
        try {
            const AttachmentSource source = inspectAttachment(m_attachment.path, {}, {{}, m_attachment.turn});
            if (const auto problem = choosePages(m_attachment.pages, source.pageCount()).problem)
                tellPages(*problem);
            m_result.findings += repairRemarks(source, shownName(), m_place);
        } catch (const Error& error) {
            tell(u"file.attachment-unusable"_s, Severity::Error, placed(m_place, error.naming(shownName()).message()));
        }
    }

    void compareWithNamed()
    {
        if (m_attachment.sha256.isEmpty() || m_attachment.sha256 == m_result.sha256 || isNamedOnceCleaned())
            return;
        tell(u"file.attachment-changed"_s, Severity::Error,
             LocalizedText{u"“%1”的附件“%2”与申报书中记载的文件不一致，可能被替换或修改过。请换回原文件。"_s,
                           u"Attachment “%2” of “%1” is not the file the dossier names; it was replaced or "
                           "changed. Put the original back."_s}
                 .arg(m_place.label, shownName()));
    }

    /// An original that was put beside the data again: the dossier names what it would be without place and
    /// device data.
    bool isNamedOnceCleaned()
    {
        if (m_attachment.originalInside)
            return false;
        try {
            const QTemporaryDir scratch;
            const AttachmentSource source = inspectAttachment(m_attachment.path, scratch.path());
            return source.sha256 == m_attachment.sha256;
        } catch (const Error&) {
            return false;
        }
    }

    const Attachment& m_attachment;
    const AttachmentPlace& m_place;
    ExaminedAttachment m_result;
};

} // namespace

ExaminedAttachment examineAttachment(const Attachment& attachment, const AttachmentPlace& place,
                                     Examination how)
{
    return Examiner(attachment, place).run(how);
}

QList<ExaminedAttachment> examineAttachments(const QList<Attachment>& attachments,
                                             const QList<AttachmentPlace>& places, Examination how,
                                             const WorkControl& control)
{
    QList<ExaminedAttachment> results(attachments.size());
    ExaminedAttachment* const all = results.data(); // the list itself may not be touched by several threads
    runInParallel(
        int(attachments.size()),
        [&](int i) { all[i] = examineAttachment(attachments.at(i), places.at(i), how); }, control);
    return results;
}

AttachmentSource inspectNamed(const Attachment& attachment, const QString& scratchFolder, const AttachmentUse& use)
{
    try {
        return inspectAttachment(attachment.path, scratchFolder, use);
    } catch (const Error& error) {
        throw error.subject() == attachment.path ? error.naming(attachment.name) : error;
    }
}

Findings remarksOn(const AttachmentSource& source, const QString& name, const AttachmentPlace& place)
{
    return contentRemark(source.kind, name, place) + repairRemarks(source, name, place);
}

Findings findingsAbout(const Attachment& attachment, const AttachmentPlace& place, const InspectedAttachment& inspected)
{
    const QString number = QString::number(place.row + 1);
    if (inspected.source) {
        Findings findings = remarksOn(*inspected.source, attachment.name, place);
        if (const auto problem = choosePages(attachment.pages, inspected.source->pageCount()).problem)
            findings << findingAt(place, u"file.attachment-pages"_s, Severity::Error,
                                  placed(place, {u"“%1”：%2。"_s.arg(attachment.name, problem->zh),
                                                 u"“%1”: %2."_s.arg(attachment.name, problem->en)}));
        return findings;
    }
    if (!inspected.error)
        return {};
    if (inspected.error->code() != ErrorCode::NotFound)
        return {findingAt(place, u"file.attachment-unusable"_s, Severity::Error,
                          placed(place, inspected.error->naming(attachment.name).message()))};
    if (!attachment.originalInside)
        return {findingAt(place, u"file.attachment-pages-only"_s, Severity::Hint,
                          placed(place, LocalizedText{u"“%1”只印了页面，原件按填报人的选择没有放在里面。"_s,
                                                      u"“%1” is there as printed pages; its original was left out by choice."_s}
                                            .arg(attachment.name)))};
    return {findingAt(place, u"file.attachment-missing"_s, Severity::Error,
                      LocalizedText{u"“%1”的第 %3 个附件“%2”的文件在资料库中找不到。请重新添加这个文件，或从备份恢复资料库。"_s,
                                    u"The file of “%2”, attachment %3 of “%1”, is gone from the workspace. Add it again or restore a "
                                    "backup."_s}
                          .arg(place.label, attachment.name, number))};
}

Findings renamingRemark(const Attachment& attachment, const QString& fileName, std::optional<AttachmentKind> kind,
                        const AttachmentPlace& place)
{
    if (attachment.name == fileName)
        return {};
    const LocalizedText why = attachment.name != attachmentName(fileName, kind)
                                  ? LocalizedText{u"已有同名附件"_s, u"another attachment has that name"_s}
                                  : LocalizedText{u"原文件名不合内容或不能通用"_s, u"its name does not fit its content or all computers"_s};
    return {findingAt(place, u"file.attachment-renamed"_s, Severity::Hint,
                      {u"%3，“%1”在申报书中改名为“%2”。"_s.arg(fileName, attachment.name, why.zh),
                       u"“%1” is called “%2” in the dossier: %3."_s.arg(fileName, attachment.name, why.en)})};
}

QString attachmentName(const QString& fileName, std::optional<AttachmentKind> kind)
{
    const QString safe = safeFileName(fileName);
    if (!kind || keepsPromise(safe, *kind))
        return safe;
    const QFileInfo info(safe);
    const QString base = promisedKind(safe) ? info.completeBaseName() : safe;
    return safeFileName(base + u'.' + suffixOf(*kind));
}

} // namespace jz
