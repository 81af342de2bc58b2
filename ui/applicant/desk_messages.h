// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/message_bar.h"
#include "ui/form/dossier_session.h"

#include <QPointer>

namespace jz::ui {

/// What the applicant's desk says in the message bar of its window by itself: that something is not saved and how to keep it
/// (topic "safety"), why the dossier cannot be edited and what to do (topic "state"). Takes its words back when it goes.
class DeskMessages : public QObject
{
    Q_OBJECT

public:
    /// Speaks once `desk` is in a window that has a bar.
    DeskMessages(DossierSession& session, QWidget* desk);
    ~DeskMessages() override;

    /// Says something for the desk; nothing before it is in a window.
    void say(const BarMessage& message);
    void takeBack(const QString& topic);

Q_SIGNALS:
    /// The desk is in a window now.
    void ready();
    void copyWanted();
    void revisionWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tellSafety();
    void tellState();
    BarMessage readOnlyMessage() const;
    BarMessage frozenMessage();

    DossierSession& m_session;
    QWidget* m_desk;
    QPointer<MessageBar> m_bar;
    QStringList m_topics;
};

} // namespace jz::ui
