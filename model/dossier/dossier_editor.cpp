// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_editor.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 typingPauseMs = 3000;
constexpr int stepsPerSnapshot = 256;

void applyAll(Dossier& dossier, const Changes& changes)
{
    for (const Change& change : changes) {
        const bool fits = applyChange(dossier, change);
        Q_ASSERT(fits);
        Q_UNUSED(fits)
    }
}

Error notPossible(DossierState state, StepKind kind)
{
    return Error(ErrorCode::Unsupported,
                 LocalizedText{u"申报书现在是“%1”，不能进行“%2”。"_s, u"The dossier is “%1” now: “%2” is not possible."_s}
                     .arg(stateWord(state), stepWord(kind)));
}

} // namespace

DossierEditor::DossierEditor(StoredDossier stored, Journal& journal, QObject* parent)
    : QObject(parent), m_dossier(std::move(stored.dossier)), m_state(stored.state), m_lastStep(stored.steps),
      m_lastSnapshot(stored.snapshot), m_undo(std::move(stored.undo)), m_journal(journal), m_clock(QDateTime::currentDateTimeUtc)
{
}

void DossierEditor::setPerson(qint64 person, const QString& via)
{
    m_person = person;
    m_via = via;
}

Step DossierEditor::nextStep(StepKind kind, Changes changes, int undoes) const
{
    Step step;
    step.number = m_lastStep + 1;
    step.revision = m_dossier.revision;
    step.kind = kind;
    step.undoes = undoes;
    step.person = m_person;
    step.via = m_via;
    step.at = m_clock();
    step.changes = std::move(changes);
    return step;
}

void DossierEditor::apply(const Changes& changes, Manner manner)
{
    Q_ASSERT(canEdit());
    if (changes.isEmpty())
        return;
    applyAll(m_dossier, changes);
    if (manner == Manner::Typing && grows(changes)) {
        growLastStep(changes.first());
    } else {
        keep(nextStep(StepKind::Edit, changes));
        m_undo.follow(m_lastStep, 0);
        m_typing = {};
        if (manner == Manner::Typing && changes.size() == 1)
            m_typing = {changes.first().address, m_clock(), m_lastStep};
    }
    tell(changes);
}

bool DossierEditor::grows(const Changes& changes) const
{
    if (changes.size() != 1 || m_typing.step == 0 || m_typing.step != m_lastStep || m_typing.at.msecsTo(m_clock()) >= typingPauseMs)
        return false;
    const Address& place = changes.first().address;
    if (!m_typing.place.isRow())
        return m_typing.place == place;
    return !place.isRow() && place.part == m_typing.place.part && place.field == m_typing.place.field && place.row == m_typing.place.row;
}

Change DossierEditor::grown(const Change& change) const
{
    if (!m_typing.place.isRow())
        return change;
    // The row came with its first letter: it is the row that grows.
    const QJsonArray rows = rowsOf(m_dossier, m_typing.place.part, m_typing.place.field);
    for (int i = 0; i < rows.size(); ++i) {
        QJsonObject cells = rows.at(i).toObject();
        if (cells.value("id"_L1).toString() != m_typing.place.row)
            continue;
        cells.remove("id"_L1);
        return {m_typing.place, {}, QJsonObject{{u"at"_s, i}, {u"cells"_s, cells}}};
    }
    return change;
}

void DossierEditor::growLastStep(const Change& change)
{
    m_typing.at = m_clock();
    const Change whole = grown(change);
    if (!m_unstored.isEmpty()) {
        m_unstored.last().changes.first().now = whole.now;
        retry();
        return;
    }
    try {
        m_journal.grow(m_lastStep, whole);
    } catch (const Error&) {
        // What could not be added to the step becomes one of its own, which can wait to be stored.
        keep(nextStep(StepKind::Edit, {change}));
        m_undo.follow(m_lastStep, 0);
        m_typing.step = m_lastStep;
        m_typing.place = change.address;
        return;
    }
    Q_EMIT stored();
}

void DossierEditor::keep(Step step)
{
    m_lastStep = step.number;
    m_unstored.append(std::move(step));
    retry();
}

bool DossierEditor::retry()
{
    try {
        while (!m_unstored.isEmpty()) {
            m_journal.append(m_unstored.first());
            m_unstored.removeFirst();
        }
    } catch (const Error& error) {
        m_failure = error;
        Q_EMIT notStored();
        return false;
    }
    m_failure.reset();
    if (m_lastStep - m_lastSnapshot >= stepsPerSnapshot)
        keepSnapshot();
    Q_EMIT stored();
    return true;
}

void DossierEditor::keepSnapshot()
{
    m_lastSnapshot = m_lastStep;
    try {
        m_journal.keepSnapshot(m_lastStep, m_dossier);
    } catch (const Error&) {
        // The journal has it all; the next snapshot is tried in due course.
    }
}

Changes DossierEditor::changesOf(int step) const
{
    for (const Step& each : m_unstored)
        if (each.number == step)
            return each.changes;
    return m_journal.changesOf(step);
}

void DossierEditor::takeBack(int step)
{
    if (step == 0 || !canEdit())
        return;
    const Changes changes = inverse(changesOf(step));
    applyAll(m_dossier, changes);
    keep(nextStep(StepKind::Edit, changes, step));
    m_undo.follow(m_lastStep, step);
    m_typing = {};
    tell(changes);
}

void DossierEditor::moveOn(StepKind kind, const Changes& changes, const QJsonObject& detail)
{
    const std::optional<DossierState> next = stateAfter(m_state, kind);
    if (!next)
        throw notPossible(m_state, kind);
    if (!retry())
        throw *m_failure;
    Dossier after = m_dossier;
    applyAll(after, changes);
    Step step = nextStep(kind, changes);
    step.detail = detail;
    m_journal.append(step);
    m_dossier = after;
    m_lastStep = step.number;
    m_undo.stop();
    m_typing = {};
    m_state = *next;
    keepSnapshot();
    tell(changes);
    Q_EMIT stateChanged(m_state);
}

void DossierEditor::revise(const QByteArray& fingerprint)
{
    const Dossier before = m_dossier;
    ++m_dossier.revision;
    m_dossier.parent = fingerprint;
    try {
        moveOn(StepKind::Revise, {}, {{u"parent"_s, QString::fromLatin1(fingerprint.toHex())}});
    } catch (const Error&) {
        m_dossier = before;
        throw;
    }
}

void DossierEditor::tell(const Changes& changes)
{
    QList<Address> places;
    for (const Change& change : changes)
        places.append(change.address);
    if (!places.isEmpty())
        Q_EMIT changed(places);
}

} // namespace jz
