// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/base/aside.h"
#include "model/dossier/checker.h"
#include "model/dossier/dossier_editor.h"
#include "model/dossier/dossier_merge.h"
#include "model/pdf/attachment_source.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/prepared_files.h"
#include "model/procedure/reading_print.h"
#include "model/workspace/workspace.h"

#include <functional>
#include <memory>

namespace jz {

/// What an export is for.
enum class ExportKind {
    Copy,   ///< a draft for a colleague, with watermark; kept as the common ancestor for merging it back
    Review, ///< 送审稿, with watermark: moves the dossier on to "for review"
    Final,  ///< the paper of a finalised revision
};

/// One dossier of a workspace on the desk: its editor, its call, its rules, its files. Window and command line both work
/// through this. The workspace must outlive it; while it is open for editing no second one may be opened.
class OpenDossier
{
public:
    /// Throws Error NotFound (no such dossier), Unsupported (its call is not installed), and those of the journal.
    OpenDossier(Workspace& workspace, const QUuid& id, qint64 person, const QString& via);

    DossierEditor& editor() { return *m_editor; }
    const DossierEditor& editor() const { return *m_editor; }
    const CallPack& pack() const { return m_pack; }
    qint64 key() const { return m_entry.key; }
    /// As the list has it now.
    DossierEntry entry() const;

    /// What the rules of the call find, and what is wrong with attached files as far as that is known by now: in the order of the form.
    /// The one list that panels show and finalise() goes by.
    Findings findings() const;
    /// What was found out about a file of that content, while it was taken in or since.
    void learn(const QByteArray& sha256, const InspectedAttachment& seen) { m_seen.insert(sha256, seen); }
    /// Looks at the attached files of which nothing is known yet; findings() is complete then.
    void lookAtFiles(const Aside& aside = runHere);

    /// Fills in a field from outside (typed on a command line, pasted, from a profile): brought into shape as readValues()
    /// does, whose findings are returned. What does not fit leaves the field as it was.
    Findings fillIn(const QString& field, const QJsonValue& value);
    /// The same for several fields, as one step.
    Findings fillIn(const QJsonObject& values);
    /// One cell of the row with that id.
    Findings fillInCell(const QString& field, const QString& row, const QString& column, const QJsonValue& value);

    /// Attaches files that were made ready, as one step; those that could not be are left out. Names as attachmentName() has them.
    /// Returns what is to be said about them at their places, as remarksOn() and renamingRemark() have it. Throws Error Unsupported
    /// for a field that takes none, and when the dossier is no draft.
    Findings keep(const QString& field, const QList<PreparedFile>& files, const QString& kind = {}, const QString& caption = {});
    /// Makes files ready (prepareFiles() with the call's limit) and keeps them; all or none. When `control` cancels, nothing is
    /// attached. Throws Error as prepareFiles() and keep(); then nothing is attached.
    Findings attach(const QString& field, const QStringList& files, const QString& kind = {}, const QString& caption = {},
                    const WorkControl& control = {});

    /// The dossier with the paths of its files in the object store, as writeDossier() needs it.
    Dossier withPaths() const;

    /// Freezes this revision (定稿), after lookAtFiles(). Throws Error Unsupported, counting them, while there are findings of severity error.
    void finalise(const Aside& aside = runHere);
    /// Begins the draft of the next revision. Its parent is the fingerprint that left the program last.
    void revise();
    /// Writes down what happened to the paper: Sign, Send, Return or Withdraw. `paper` is kept with the revision (empty for
    /// none); with Sign it is the signed paper. Throws Error as DossierEditor::moveOn(), and Unsupported when `paper` is of
    /// another dossier or revision or has other data.
    void record(StepKind kind, const QString& paper, const QString& remark, const Aside& aside = runHere);
    /// Writes down what happened outside of the program, beside the dossier: of this revision, by the person at work. `file` is kept with it
    /// (empty for none). Throws Error Usage when `who` is empty, and those of the object store.
    void writeDown(Record record, const QString& file = {}, const Aside& aside = runHere);
    /// The same of what the person at work does here himself, today.
    void writeDownHere(Record record);
    /// The last one of a kind that was written down for this revision.
    std::optional<Record> writtenDown(QLatin1StringView kind) const;
    /// Prints the dossier to a file. Throws Error as writeDossier(), and Unsupported when the state does not allow it.
    WrittenDossier exportPaper(const QString& path, ExportKind kind, const Aside& aside = runHere);

    /// The paper of this finalised revision as it lies in the object store; printed first when it is not there yet. Every call gives the
    /// same file. Throws Error as exportPaper().
    QString finalPaper(const Aside& aside = runHere);
    /// The paper that was kept last at such an occasion, of a revision (0: of this one); empty when there is none.
    QString keptPaper(KeptRevision::Occasion occasion, int revision = 0) const;
    /// The last finalised revision before this one; 0 when there is none.
    int earlierFinalRevision() const;

    /// Writes the dossier as it is for reading (审阅件), with bars at what changed since the last one that was kept. Throws Error as writeReading().
    WrittenReading writeForReading(const QString& path, const Aside& aside = runHere);
    /// It was printed: the next one is compared with it. Throws Error.
    void keepReading(const WrittenReading& printed);

    /// Compares a colleague's copy (PDF, folder) with this dossier and the copy that was handed out. Throws Error as
    /// openDossier(), Unsupported when it is another dossier. Where no common ancestor is kept here: DossierMerge::withoutBase().
    DossierMerge compareCopy(const QString& path, const Aside& aside = runHere);
    /// Brings the choices in, files of the copy too, as one step. Throws Error.
    void merge(const DossierMerge& merge, const QString& copy, const Aside& aside = runHere);

private:
    void followSummary();
    void keepRevision(const QByteArray& data, KeptRevision::Occasion occasion, const QByteArray& paper);
    QByteArray stored(const QString& paper) const;
    Findings findingsOfFiles() const;
    const Field& attachmentField(const QString& field) const;
    void requireDraft() const;
    std::optional<KeptRevision> ancestorOf(const Dossier& copy);

    Workspace& m_workspace;
    qint64 m_person;
    DossierEntry m_entry;
    const CallPack& m_pack;
    Checker m_checker;
    QHash<QString, int> m_order;                     ///< place of each field in the form
    QHash<QByteArray, InspectedAttachment> m_seen;   ///< by content
    std::unique_ptr<DossierJournal> m_journal;
    std::unique_ptr<DossierEditor> m_editor;
};

/// Begins a dossier for a call in the workspace. Throws Error Unsupported when there is no such call.
DossierEntry beginDossier(Workspace& workspace, const QString& callId, qint64 person, const QString& via);

/// Begins a dossier with everything that is filled in and attached in another, as revision 1 of an id of its own (复制一份). The copy
/// of a sample is a sample. Throws Error NotFound.
DossierEntry duplicateDossier(Workspace& workspace, const QUuid& id, qint64 person);

} // namespace jz
