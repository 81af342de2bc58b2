// SPDX-License-Identifier: Apache-2.0
// What becomes of a dossier on paper: exported, finalised, signed, sent, and what is written down of it.
#include "model/dossier/dossier_json.h"
#include "model/base/counted_text.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/open_dossier.h"
#include "model/procedure/office_route.h"
#include "model/procedure/package.h"
#include "model/procedure/supplement_intake.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 20'000'000;

int countErrors(const Findings& findings)
{
    return int(std::count_if(findings.begin(), findings.end(),
                             [](const Finding& finding) { return finding.severity == Severity::Error; }));
}

} // namespace

void OpenDossier::finalise(const Aside& aside)
{
    lookAtFiles(aside);
    if (const int errors = countErrors(findings()); errors > 0)
        throw Error(ErrorCode::Unsupported,
                    CountedText{u"还有 %1 个错误，不能定稿。请先改正（check 或“检查”列出全部）；格式确实如此的，可写明理由。"_s,
                                  u"%1 {error is|errors are} left: it cannot be finalised. Mend {it|them} first (check lists them); where a format is right as "
                                  "it is, write down why."_s}
                        .arg(QString::number(errors)));
    m_editor->moveOn(StepKind::Finalise);
    keepRevision(dossierJson(m_editor->dossier()), KeptRevision::Occasion::Finalise, {});
}

QByteArray OpenDossier::stored(const QString& paper) const
{
    return paper.isEmpty() ? QByteArray() : m_workspace.objects().add(paper);
}

void OpenDossier::record(StepKind kind, const QString& paper, const QString& remark, const Aside& aside)
{
    const QByteArray data = dossierJson(m_editor->dossier());
    QByteArray inside = data, sha256;
    aside([&] {
        if (!paper.isEmpty())
            inside = readEmbeddedFile(paper, dossierDataName(), largestData);
        if (inside == data)
            sha256 = stored(paper);
    });
    if (inside != data)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”不是这份申报书现在这一稿的文件（编号、稿次或内容不同），没有登记。请核对文件。"_s,
                                  u"“%1” is not the paper of this revision (id, revision or content differ); nothing was written down. Check the "
                                  "file."_s}
                        .arg(paper),
                    paper);
    QJsonObject detail{{u"remark"_s, remark}};
    if (!paper.isEmpty())
        detail.insert(u"file"_s, QFileInfo(paper).fileName());
    m_editor->moveOn(kind, {}, detail);
    if (!paper.isEmpty())
        keepRevision(data, kind == StepKind::Sign ? KeptRevision::Occasion::Sign : KeptRevision::Occasion::Send, sha256);
}

void OpenDossier::writeDown(Record record, const QString& file, const Aside& aside)
{
    record.who = record.who.trimmed();
    if (record.who.isEmpty())
        throw Error(ErrorCode::Usage, {u"没有登记：请写明是谁（单位或姓名）。"_s, u"Nothing was written down: say who it was, a unit or a person."_s}, u"who"_s);
    record.revision = m_editor->dossier().revision;
    record.person = m_person;
    if (!record.day.isValid())
        record.day = QDate::currentDate();
    if (record.kind == record::furtherPapers)
        if (const std::optional<Supplement> notice = localFactsOf(m_workspace, m_editor->dossier(), m_pack).supplement)
            record.detail.insert(u"notice"_s, notice->number);
    aside([&] { record.paper = stored(file); });
    m_workspace.records().add(m_entry.key, record);
}

void OpenDossier::writeDownHere(Record record)
{
    record.who = m_workspace.operators().byKey(m_person).name;
    writeDown(record);
}

std::optional<Record> OpenDossier::writtenDown(QLatin1StringView kind) const
{
    const QList<Record> records = m_workspace.records().of(m_entry.key);
    for (auto record = records.rbegin(); record != records.rend(); ++record)
        if (record->kind == kind && record->revision == m_editor->dossier().revision)
            return *record;
    return {};
}

QString OpenDossier::keptPaper(KeptRevision::Occasion occasion, int revision) const
{
    const int wanted = revision > 0 ? revision : m_editor->dossier().revision;
    const QList<KeptRevision> revisions = m_workspace.dossiers().revisions(m_entry.key);
    for (auto kept = revisions.rbegin(); kept != revisions.rend(); ++kept)
        if (kept->occasion == occasion && kept->revision == wanted && m_workspace.objects().has(kept->paper))
            return m_workspace.objects().path(kept->paper);
    return {};
}

int OpenDossier::earlierFinalRevision() const
{
    int earlier = 0;
    const QList<KeptRevision> revisions = m_workspace.dossiers().revisions(m_entry.key);
    for (const KeptRevision& kept : revisions)
        if (kept.occasion == KeptRevision::Occasion::Finalise && kept.revision < m_editor->dossier().revision)
            earlier = qMax(earlier, kept.revision);
    return earlier;
}

QString OpenDossier::finalPaper(const Aside& aside)
{
    if (const QString kept = keptPaper(KeptRevision::Occasion::Finalise); !kept.isEmpty())
        return kept;
    const QTemporaryDir scratch;
    exportPaper(scratch.filePath(u"final.pdf"_s), ExportKind::Final, aside);
    return keptPaper(KeptRevision::Occasion::Finalise);
}

void OpenDossier::revise()
{
    m_editor->revise(dossierFingerprint(dossierJson(m_editor->dossier())));
}

WrittenDossier OpenDossier::exportPaper(const QString& path, ExportKind kind, const Aside& aside)
{
    const bool frozen = m_editor->state() != DossierState::Draft;
    if (kind == ExportKind::Final && (!frozen || m_editor->state() == DossierState::Review))
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"申报书现在是“%1”，还没有定稿。请先定稿（dossier finalise），或导出送审稿、给同事的副本。"_s,
                                  u"The dossier is “%1” and not final. Finalise it first (dossier finalise), or export it for review or as a "
                                  "copy."_s}
                        .arg(stateWord(m_editor->state())));
    if (kind == ExportKind::Review && frozen && m_editor->state() != DossierState::Review)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"申报书现在是“%1”，不能再作为送审稿导出。"_s, u"The dossier is “%1” and can no longer go out for review."_s}.arg(
                        stateWord(m_editor->state())));
    OutputOptions options;
    options.draft = kind != ExportKind::Final;
    options.date = QDateTime::currentDateTime();
    options.pictureDpi = packingOf(m_workspace, m_entry.key).dpi;
    const Dossier dossier = withPaths();
    WrittenDossier written;
    QByteArray sha256;
    aside([&] {
        written = writeDossier(dossier, m_pack, options, path);
        sha256 = stored(path);
    });
    if (kind == ExportKind::Review && !frozen)
        m_editor->moveOn(StepKind::SubmitForReview);
    keepRevision(dossierJson(written.dossier),
                 kind == ExportKind::Copy     ? KeptRevision::Occasion::Copy
                 : kind == ExportKind::Review ? KeptRevision::Occasion::Submit
                                              : KeptRevision::Occasion::Finalise,
                 sha256);
    return written;
}

void OpenDossier::keepRevision(const QByteArray& data, KeptRevision::Occasion occasion, const QByteArray& paper)
{
    KeptRevision kept;
    kept.revision = m_editor->dossier().revision;
    kept.occasion = occasion;
    kept.data = data;
    kept.fingerprint = dossierFingerprint(data);
    kept.paper = paper;
    kept.step = m_editor->lastStep();
    kept.at = QDateTime::currentDateTimeUtc();
    m_workspace.dossiers().keep(m_entry.key, kept);
}

} // namespace jz
