// SPDX-License-Identifier: Apache-2.0
#include "tests/model/workspace/driven_work.h"

#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "tests/model/dossier/random_edits.h"

#include <QDir>
#include <QFile>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

QString hashOf(const Dossier& dossier)
{
    return QString::fromLatin1(sha256(dossierJson(dossier)).toHex().left(16));
}

QByteArray fileBytes(unsigned seed, int number)
{
    std::mt19937 random(seed + unsigned(number));
    QByteArray bytes(20'000, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = char(random());
    return bytes;
}

/// The next edit of a kind of work; no files that lie nowhere, except in `attach`, where `store` keeps them first.
class Work
{
public:
    Work(const QString& what, unsigned seed, DossierEditor& editor, std::function<QByteArray(const QByteArray&)> store)
        : m_what(what), m_seed(seed), m_random(seed), m_editor(editor), m_store(std::move(store))
    {
    }

    void doOne(int number)
    {
        if (m_what == u"attach") {
            const QByteArray bytes = fileBytes(m_seed, number);
            const QString name = u"文件%1.bin"_s.arg(number);
            m_editor.apply(addAttachment(m_editor.dossier(), u"files"_s, {name, {}, {}, bytes.size(), m_store(bytes), {}}));
        } else if (m_what == u"states" && number % 5 == 3) {
            m_editor.moveOn(StepKind::Finalise);
        } else if (m_what == u"states" && number % 5 == 4) {
            m_editor.revise(dossierFingerprint(dossierJson(m_editor.dossier())));
        } else if (m_random() % 6 == 0 && m_editor.canUndo()) {
            m_editor.undo();
        } else {
            m_editor.apply(nextEdit());
        }
    }

private:
    Changes nextEdit()
    {
        while (true) {
            const Changes changes = randomEdit(m_editor.dossier(), m_random);
            if (changes.first().address.part != Address::Part::Attachment)
                return changes;
        }
    }

    QString m_what;
    unsigned m_seed;
    std::mt19937 m_random;
    DossierEditor& m_editor;
    std::function<QByteArray(const QByteArray&)> m_store;
};

class NoJournal : public Journal
{
public:
    void append(const Step& step) override { m_steps.append(step); }
    void grow(int, const Change&) override {}
    Changes changesOf(int step) const override { return m_steps.at(step - 2).changes; }
    void keepSnapshot(int, const Dossier&) override {}

private:
    QList<Step> m_steps;
};

} // namespace

void work(const QString& what, const QString& folder, unsigned seed, int count, const std::function<void(const QString&)>& told)
{
    Workspace workspace(folder, Workspace::Mode::Write, u"张三"_s);
    told(u"open"_s);
    if (what == u"open")
        return;
    const DossierEntry entry = workspace.dossiers().list().first();
    const auto journal = workspace.dossiers().journal(entry.key);
    DossierEditor editor(journal->load(), *journal);
    editor.setPerson(workspace.operators().all().first().key, u"driver"_s);
    const QString scratch = folder + u"-scratch.bin";
    Work next(what, seed, editor, [&](const QByteArray& bytes) {
        QFile file(scratch);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        return workspace.objects().add(scratch);
    });
    for (int i = 0; i < count; ++i) {
        next.doOne(i);
        if (editor.isStored())
            told(u"stored "_s + hashOf(editor.dossier()));
        else
            told(u"waiting "_s + editor.whyNotStored().message().zh);
    }
    workspace.settle();
}

QStringList expectedHashes(const QString& what, unsigned seed, int count)
{
    Dossier dossier;
    dossier.callId = u"x-1"_s;
    dossier.callVersion = u"1"_s;
    dossier.formHash = QByteArray(32, '\x0f');
    dossier.id = QUuid(u"{11111111-2222-3333-4444-555555555555}"_s);
    dossier.values = {{u"text"_s, u"起初"_s}};
    NoJournal journal;
    StoredDossier stored;
    stored.dossier = dossier;
    stored.steps = 1;
    DossierEditor editor(stored, journal);
    Work next(what, seed, editor, [](const QByteArray& bytes) { return sha256(bytes); });
    QStringList hashes{hashOf(editor.dossier())};
    for (int i = 0; i < count; ++i) {
        next.doOne(i);
        hashes.append(hashOf(editor.dossier()));
    }
    return hashes;
}

} // namespace jz::test
