// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace jz {

/// A dossier of a panel bundle, with what an expert sees of it before the declaration of conflicts.
struct PanelDossier
{
    int number = 1;         ///< fixed, whatever the order of presentation
    QUuid dossier;          ///< of the paper in the bundle: a review copy has an id of its own
    QString title;
    QString applicant;      ///< host institution
    QString category;       ///< id of the call's option
    QStringList people;     ///< named in the dossier
    QString file;           ///< in the bundle
    QByteArray sha256;      ///< of that file

    bool operator==(const PanelDossier&) const = default;
};

/// What an expert is asked to judge (评审任务): the letter of a panel bundle, a paper of its own with these data inside (`panel.json`).
struct Panel
{
    QString callId;
    QByteArray formHash;
    QString round;          ///< name of the review
    QString number;         ///< of the bundle; a lost one is issued anew under another
    QString expert;         ///< name
    QByteArray secret;      ///< 32 bytes: what the score sheet is bound by. The bundle is closed with a passphrase
    bool reviewCopies = false; ///< printed anew without what the call withholds from experts
    QDate due;              ///< invalid: no day was set
    QString office;         ///< whom to ask, one line
    QList<PanelDossier> dossiers;

    const PanelDossier* dossier(const QUuid& id) const;
    bool operator==(const Panel&) const = default;
};

/// Name under which the data lie in the letter.
QString panelDataName();
QJsonObject toJson(const Panel& panel);
/// panel.json: UTF-8, keys sorted, no blanks.
QByteArray panelJson(const Panel& panel);
/// Reads it back. `subject` is named in errors. Throws Error Malformed (broken JSON, a part missing, of the wrong type or twice; more than 300 dossiers) and
/// Unsupported (another kind, a newer format).
Panel parsePanel(const QByteArray& bytes, const QString& subject);

} // namespace jz
