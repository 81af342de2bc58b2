// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"
#include "model/signature/trust_list.h"
#include "model/workspace/workspace.h"

namespace jz {

/// One that takes part: a body or an expert, and the certificate he signs with.
struct Participant
{
    QString name;
    TrustKind kind = TrustKind::Body; ///< Body or Expert
    QByteArray certificate;           ///< DER

    bool operator==(const Participant&) const = default;
};

/// A participants' list (参与方名单): who signs with which certificate, by the word of the office that signs the list. A paper of
/// its own that carries these data (`participants.json`), which every desk imports.
struct ParticipantsList
{
    QString callId;
    int number = 1;   ///< 第…号, 1–99: a higher one replaces a lower one
    QDate issued;
    QString office;   ///< who issues it
    QList<Participant> entries;

    bool operator==(const ParticipantsList&) const = default;
};

/// Reads a table of participants: CSV with the columns name, kind, certificate (名称, 类别, 证书), kind `body` (推荐单位) or
/// `expert` (专家), certificate a file (PEM, DER, P7B with one certificate), its path relative to the table. Throws Error as readCsv() and readCertificates();
/// Malformed naming the line for a name that is missing, a kind that is none, several certificates in a file, a certificate or a name that stands
/// twice, a delivery mark's certificate, an empty table.
QList<Participant> readParticipantsTable(const QString& path);

/// Lays the list out, puts its data inside and signs it with the office's identity. `out` appears whole or not at all.
/// Throws Error Usage (number not 1–99, no such call), NotWritable, and as signPaper().
void writeParticipantsList(const ParticipantsList& list, const Identity& office, const QDateTime& time, const QString& out);

/// The data of a list as they lie in a paper: a claim until its signature is verified. Throws Error Unsupported when it is no
/// participants' list, Malformed when its data are broken.
ParticipantsList readParticipantsList(const QString& pdf);

/// A list that was taken in.
struct ImportedList
{
    ParticipantsList list;
    QString signer;                ///< by the certificate
    int replaced = 0;              ///< number of the list it replaces; 0 for none
    bool isNew = true;             ///< false: the very file was taken in already, and nothing was changed
    QList<LocalizedText> warnings; ///< certificates that are expired
};

/// Takes a list in: its entries are trusted from now on, resting on it, and those of earlier lists of the call no longer.
/// Nothing is taken in, and Error Unusable says why and what to do, when the list is unsigned, altered or followed by anything, signed by a certificate
/// that is not listed by hand as an office's or is not valid, older than the one taken in, or of the same number with other content.
/// Errors as readParticipantsList() too.
ImportedList importParticipantsList(const QString& pdf, Workspace& workspace, qint64 person);

} // namespace jz
